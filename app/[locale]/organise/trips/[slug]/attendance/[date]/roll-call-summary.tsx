import type { AttendancePerson } from "#domain/attendance/queries.ts";
import type { RollCallTexts } from "./roll-call-texts.ts";

/** As many names as are read at a glance; how many more there are is said after them. */
const atAGlance = 6;

type RollCallSummaryProps = { people: AttendancePerson[]; texts: RollCallTexts };

/** How many are there, and by name who is not; said aloud with every tap. */
export function RollCallSummary({ people, texts }: RollCallSummaryProps) {
  const inState = (state: AttendancePerson["state"]) =>
    people.filter((person) => person.state === state);
  const missing = inState("absent");
  const unmarked = inState("unmarked");
  const disagreed = inState("contradicted");
  const here = texts.summary.replace("{present}", String(inState("present").length));
  return (
    <p className="lead" role="status">
      {here} {missing.length ? texts.missing.replace("{names}", namesOf(missing, texts)) : ""}
      {missing.length + unmarked.length + disagreed.length === 0 ? texts.nobodyMissing : ""}{" "}
      {unmarked.length ? texts.stillUnmarked.replace("{names}", namesOf(unmarked, texts)) : ""}{" "}
      {disagreed.length ? texts.disagreed.replace("{names}", namesOf(disagreed, texts)) : ""}
    </p>
  );
}

function namesOf(people: AttendancePerson[], texts: RollCallTexts): string {
  const names = people.slice(0, atAGlance).map((one) => `${one.givenName} ${one.familyName}`);
  const more = people.length - names.length;
  const list = names.join(", ");
  return more > 0 ? `${list} ${texts.more.replace("{more}", String(more))}` : list;
}
