import type { Called } from "./person.tsx";
import { fill, type RollCallTexts } from "./roll-call-texts.ts";

/** As many names as are read at a glance. Of more of them a few stand for all: the names are in the list. */
const [atAGlance, few] = [6, 3];

type SummaryProps = {
  people: Called[];
  /** How many came along without a registration. */
  walkIns: number;
  texts: RollCallTexts;
};

/** How many are there, and who is not yet; always in sight, and said aloud with every tap. */
export function Summary({ people, walkIns, texts }: SummaryProps) {
  const missing = people.filter(({ state }) => state !== "present");
  const shown = missing.length > atAGlance ? few : missing.length;
  const names = missing
    .slice(0, shown)
    .map(({ givenName, familyName }) => `${givenName} ${familyName}`)
    .join(", ");
  const more = missing.length - shown;
  const all = more > 0 ? `${names} ${fill(texts.more, { more })}` : names;
  const present = people.length - missing.length;
  return (
    <p className="head-count" role="status">
      <strong>{fill(texts.summary, { present, all: people.length })}</strong>{" "}
      {walkIns > 0 ? `${fill(texts.walkIn.more, { count: walkIns })} ` : ""}
      {missing.length ? fill(texts.missing, { names: all }) : texts.allThere}
    </p>
  );
}
