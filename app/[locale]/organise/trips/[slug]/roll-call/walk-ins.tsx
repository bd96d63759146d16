import type { OwnEntry } from "#components/roll-call-store.ts";
import { walkInsKnown } from "#components/walk-in-store.ts";
import type { RollCall } from "#domain/roll-call/schema.ts";
import { offeredOn } from "#domain/walk-in/rules.ts";
import type { IsoDate } from "#lib/dates.ts";
import { fill, type RollCallTexts } from "./roll-call-texts.ts";
import type { useRoll } from "./use-roll.ts";
import { type NewPerson, WalkInForm } from "./walk-in-form.tsx";
import { WalkInRow } from "./walk-in-row.tsx";

type WalkInsProps = {
  list: RollCall;
  entries: OwnEntry[];
  date: IsoDate;
  note: ReturnType<typeof useRoll>["note"];
  texts: RollCallTexts;
};

/** Who came along on a day without a registration; whoever did on an earlier day is added by one tap. */
export function WalkIns({ list, entries, date, note, texts }: WalkInsProps) {
  const known = walkInsKnown(list, entries);
  const today = known.filter((one) => one.date === date);
  const offered = list.taken ? offeredOn(known, date) : [];
  const add = ({ givenName, familyName, organisationId, institution }: NewPerson) =>
    note({ kind: "added", date, givenName, familyName, organisationId, institution });
  const remove = (walkInId: string, reason: string) =>
    void note({ kind: "removed", date, walkInId, reason });
  const { walkIn: words } = texts;
  return (
    <section aria-labelledby="walk-ins">
      <h2 id="walk-ins">{words.title}</h2>
      {today.length > 0 ? (
        <ul className="entries walk-ins">
          {today.map((one) => (
            <WalkInRow
              key={one.id}
              walkIn={one}
              taken={list.taken}
              onRemove={remove}
              texts={texts}
            />
          ))}
        </ul>
      ) : (
        <p>{words.none}</p>
      )}
      {offered.length > 0 ? (
        <>
          <p className="mt-s4">{words.againHint}</p>
          <ul className="again">
            {offered.map((one) => (
              <li key={one.id}>
                <button type="button" className="button quiet" onClick={() => void add(one)}>
                  {fill(words.again, { name: `${one.givenName} ${one.familyName}` })}
                </button>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {list.taken ? (
        <details className="folded">
          <summary>{words.add}</summary>
          <WalkInForm
            key={date}
            municipalities={list.walkIns.municipalities}
            today={today}
            onAdd={add}
            texts={words}
          />
        </details>
      ) : null}
    </section>
  );
}

/** How many came along on that day, as this phone knows it. */
export const walkInsOn = (list: RollCall, entries: readonly OwnEntry[], date: IsoDate): number =>
  walkInsKnown(list, entries).filter((one) => one.date === date).length;
