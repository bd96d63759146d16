import { useEffect } from "react";
import type { OwnEntry, OwnMark } from "#components/roll-call-store.ts";
import type { MarkRefusal, RollCall } from "#domain/roll-call/schema.ts";
import type { Connection } from "./deliver.ts";
import { fill, type RollCallTexts } from "./roll-call-texts.ts";

type UnsentProps = {
  own: OwnMark[];
  entries: OwnEntry[];
  list: RollCall | null;
  connection: Connection;
  address: string;
  texts: RollCallTexts;
};

/** How many marks and walk-ins only this phone has, also in the title of the page; and those that the server refused. */
export function Unsent({ own, entries, list, connection, address, texts }: UnsentProps) {
  const count = [...own, ...entries].filter(({ sent }) => sent === "no").length;
  useEffect(() => {
    const title = document.title.replace(/^\(\d+\) /, "");
    document.title = count ? `(${count}) ${title}` : title;
  }, [count]);
  const nameOf = (id: string) => {
    const person = list?.people.find(({ registrationId }) => registrationId === id);
    return person ? `${person.givenName} ${person.familyName}` : "";
  };
  return (
    <>
      <p className={count ? "unsent waiting" : "unsent"} role="status" data-unsent={count}>
        {count ? fill(texts.unsent, { count }) : list ? texts.allSent : ""}{" "}
        {connection === "offline" ? texts.offline : ""}
        {connection === "refused" ? (
          <>
            {texts.refused} <a href={signInAddress(address)}>{texts.signIn}</a>
          </>
        ) : null}
      </p>
      {own.map(({ id, sent, registrationId }) =>
        sent === "no" || sent === "yes" ? null : (
          <p key={id} className="error">
            {fill(texts.notKept, {
              name: nameOf(registrationId),
              reason: texts.reason[groupOf(sent)],
            })}
          </p>
        ),
      )}
      {entries.map((entry) =>
        entry.sent === "no" || entry.sent === "yes" ? null : (
          <p key={entry.id} className="error">
            {fill(texts.walkIn.notKept, { name: nameIn(entry, list) })}{" "}
            {texts.reason[groupOf(entry.sent)]}
          </p>
        ),
      )}
    </>
  );
}

/** Who is written down or removed. */
function nameIn(entry: OwnEntry, list: RollCall | null): string {
  const here = entry.kind === "added" ? [] : (list?.walkIns.here ?? []);
  const person = entry.kind === "added" ? entry : here.find(({ id }) => id === entry.walkInId);
  return person ? `${person.givenName} ${person.familyName}` : "";
}

function groupOf(reason: MarkRefusal): keyof RollCallTexts["reason"] {
  if (reason === "revoked" || reason === "notRunning" || reason === "dayLocked") return reason;
  return reason === "draft" || reason === "cancelled" || reason === "completed"
    ? "closed"
    : "other";
}

/** In the language of the page, and back to it. */
function signInAddress(address: string): string {
  const language = /^\/(?:en|lt)(?=\/)/.exec(address)?.[0] ?? "";
  return `${language}/sign-in?${new URLSearchParams({ returnTo: address })}`;
}
