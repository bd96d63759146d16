"use client";

import { type FormEvent, useState } from "react";
import type { AttendancePerson } from "#domain/attendance/queries.ts";
import type { AttendanceState } from "#domain/attendance/rules.ts";
import { PersonRow } from "./person-row.tsx";
import { RollCallSummary } from "./roll-call-summary.tsx";
import type { RollCallTexts } from "./roll-call-texts.ts";

type RollCallProps = {
  people: AttendancePerson[];
  /** Marks are taken; otherwise the list is only read. */
  taken: boolean;
  /** Where a mark is posted to. */
  address: string;
  /** An id per person for the mark that is made without JavaScript. */
  ids: string[];
  texts: RollCallTexts;
};

/** The list of a day, one tap per person; a tap shows at once and is taken back if it could not be kept. */
export function RollCall({ people, taken, address, ids, texts }: RollCallProps) {
  const [tapped, setTapped] = useState<Record<string, AttendanceState>>({});
  const [failed, setFailed] = useState<string[]>([]);
  const shown = people.map((person) => ({
    ...person,
    state: tapped[person.registrationId] ?? person.state,
  }));

  async function mark(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const { submitter } = event.nativeEvent as SubmitEvent;
    const form = new FormData(event.currentTarget, submitter);
    form.set("id", crypto.randomUUID());
    form.set("deviceAt", new Date().toISOString());
    const registrationId = String(form.get("registrationId"));
    const before = shown.find((person) => person.registrationId === registrationId)?.state;
    setTapped((all) => ({
      ...all,
      [registrationId]: form.get("present") === "yes" ? "present" : "absent",
    }));
    setFailed((all) => all.filter((one) => one !== registrationId));
    if (await isKept(address, form)) return;
    setTapped((all) => ({ ...all, [registrationId]: before ?? "unmarked" }));
    setFailed((all) => [...all, registrationId]);
  }

  return (
    <>
      <RollCallSummary people={shown} texts={texts} />
      <ul className="roll">
        {shown.map((person, row) => (
          <PersonRow
            key={person.registrationId}
            person={person}
            id={ids[row] ?? ""}
            taken={taken}
            address={address}
            failed={failed.includes(person.registrationId)}
            onMark={mark}
            texts={texts}
          />
        ))}
      </ul>
    </>
  );
}

/**
 * Sends the mark, and once more where the network failed: it has an id, so that twice is once. It arrives also when
 * the page is left or read anew right after the tap.
 */
async function isKept(address: string, form: FormData): Promise<boolean> {
  const headers = { accept: "application/json" };
  const send = () => fetch(address, { method: "POST", body: form, headers, keepalive: true });
  const answer = await send().catch(() => send().catch(() => null));
  return answer?.ok ?? false;
}
