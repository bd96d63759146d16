import type { Called } from "./person.tsx";
import { fill, type RollCallTexts } from "./roll-call-texts.ts";

type DelegationsProps = {
  people: Called[];
  onMark: (registrationIds: readonly string[], present: boolean) => void;
  texts: RollCallTexts;
};

/** One tap for all who came together: "all five of Līvāni". */
export function Delegations({ people, onMark, texts }: DelegationsProps) {
  const groups = [...Map.groupBy(people, ({ delegationId }) => delegationId)].filter(
    ([delegationId, members]) => delegationId !== null && members.length > 1,
  );
  if (groups.length === 0) return null;
  return (
    <details>
      <summary>{texts.delegations}</summary>
      <ul className="plain">
        {groups.map(([delegationId, members]) => (
          <li key={delegationId}>
            <button
              type="button"
              onClick={() => onMark(members.filter(isNotThere).map(idOf), true)}
              disabled={!members.some(isNotThere)}
            >
              {fill(texts.whole, {
                count: members.length,
                organisation: members[0]?.organisation ?? "",
              })}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}

const isNotThere = ({ state }: Called) => state !== "present";
const idOf = ({ registrationId }: Called) => registrationId;
