import { getTranslations } from "next-intl/server";
import type { Actor } from "#domain/actor/schema.ts";
import { pastSharesOfWaiting } from "#domain/past-share/queries.ts";
import { lookBackMonths } from "#domain/past-share/rules.ts";
import { surnameFirst } from "#domain/registration/rules.ts";
import { PastLine } from "../past-line.tsx";

/** More people than these are folded away at first, so that the form stays in reach. */
const atAGlance = 12;

type PastOfChosenProps = { actor: Actor; tripId: string; ids: readonly string[] };

/** What earlier trips came to for everybody chosen who waits, by whoever sends them, where they are given seats at once. */
export async function PastOfChosen({ actor, tripId, ids }: PastOfChosenProps) {
  const t = await getTranslations("organise.past");
  const senders = (await pastSharesOfWaiting(actor, tripId, ids, new Date())) ?? [];
  const people = senders.flatMap((sender) => sender.people);
  if (people.length === 0) return null;
  return (
    <section>
      <h2>{t("title")}</h2>
      <p className="small">{t("hint", { months: lookBackMonths })}</p>
      <details className="folded as-table" open={people.length <= atAGlance}>
        <summary>{t("byPerson", { count: people.length })}</summary>
        <table className="list stacks people">
          <thead>
            <tr>
              <th scope="col">{t("person")}</th>
              <th scope="col">{t("organisation")}</th>
            </tr>
          </thead>
          <tbody>
            {senders.flatMap((sender) =>
              sender.people.map((one, index) => (
                <tr key={one.registrationId}>
                  <td>
                    {surnameFirst(one)}
                    <PastLine share={one.share} />
                  </td>
                  <td>
                    {index === 0 ? <PastLine share={sender.share} of={sender.name} /> : sender.name}
                  </td>
                </tr>
              )),
            )}
          </tbody>
        </table>
      </details>
    </section>
  );
}
