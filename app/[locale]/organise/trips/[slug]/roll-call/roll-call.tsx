"use client";

import { useMemo, useState } from "react";
import { standing, stateOf } from "#domain/attendance/rules.ts";
import { marksIn } from "#domain/roll-call/rules.ts";
import type { Place, RollCall as Roll } from "#domain/roll-call/schema.ts";
import type { Locale } from "#lib/locales.ts";
import { CheckInLink } from "./check-in-link.tsx";
import { Delegations } from "./delegations.tsx";
import { type Called, Person } from "./person.tsx";
import { PlaceChoice } from "./place-choice.tsx";
import type { RollCallTexts } from "./roll-call-texts.ts";
import type { ScanTexts } from "./scanner/scan-texts.ts";
import { Scanner } from "./scanner/scanner.tsx";
import { Summary } from "./summary.tsx";
import { Unsent } from "./unsent.tsx";
import { useCorrections } from "./use-corrections.ts";
import { useRoll } from "./use-roll.ts";
import { useSteady } from "./use-steady.ts";
import { WalkIns, walkInsOn } from "./walk-ins.tsx";

type RollCallProps = {
  slug: string;
  locale: Locale;
  address: string;
  texts: RollCallTexts;
  scanTexts: ScanTexts;
};

/** The roll of a trip, on a phone that may have no network: each tap is written down here before it is sent. */
export function RollCall({ slug, locale, address, texts, scanTexts }: RollCallProps) {
  const { list, read, own, entries, known, connection, mark, note } = useRoll(slug, address);
  const [chosen, setChosen] = useState<Place | null>(null);
  const [query, setQuery] = useState("");
  const first = useMemo(() => (list ? placeAtFirst(list) : null), [list]);
  const place = chosen ?? first;
  const corrections = useCorrections(place);
  const people = useMemo(
    () => (list && place ? calledIn(list, known, place) : []),
    [list, known, place],
  );
  const onMark = useSteady((ids: readonly string[], present: boolean) => {
    if (!place) return;
    corrections.ask(
      people.filter(({ registrationId }) => ids.includes(registrationId)),
      present,
    );
    void mark(place, ids, present);
  });
  const onReason = useSteady((id: string, reason: string) => {
    corrections.leave(id);
    const state = people.find(({ registrationId }) => registrationId === id)?.state;
    if (place && reason) void mark(place, [id], state === "present", reason);
  });
  const unsent = (
    <Unsent
      own={own}
      entries={entries}
      list={list}
      connection={connection}
      address={address}
      texts={texts}
    />
  );
  if (!list || !place) {
    return (
      <>
        {unsent}
        <p className="lead">{read && connection !== "connected" ? texts.notRead : texts.loading}</p>
      </>
    );
  }
  const found = people.filter((person) => isFound(person, query));
  const isWholeDay = place.agendaItemId === null && place.pickupId === null;
  const walkIns = isWholeDay ? walkInsOn(list, entries, place.date) : 0;
  return (
    <>
      <div className="roll-now">
        {unsent}
        <Summary people={people} walkIns={walkIns} texts={texts} />
      </div>
      {list.taken ? null : <p className="notice">{texts.notTaken}</p>}
      <PlaceChoice list={list} place={place} locale={locale} onChoose={setChosen} texts={texts} />
      {list.taken ? (
        <Scanner list={list} people={people} onMark={onMark} texts={scanTexts} />
      ) : null}
      {list.selfCheckIn ? (
        <CheckInLink address={address} place={place} words={scanTexts.checkIn} />
      ) : null}
      {list.taken ? <Delegations people={people} onMark={onMark} texts={texts} /> : null}
      <p className="field">
        <label htmlFor="search">{texts.search}</label>
        <input
          id="search"
          type="search"
          autoComplete="off"
          value={query}
          onChange={({ target }) => setQuery(target.value)}
        />
      </p>
      {found.length === 0 ? <p>{texts.notFound}</p> : null}
      <ul className="roll">
        {found.map((person) => (
          <Person
            key={person.registrationId}
            person={person}
            taken={list.taken}
            corrected={corrections.isAsked(person.registrationId)}
            onReason={onReason}
            onMark={onMark}
            texts={texts}
          />
        ))}
      </ul>
      <WalkIns list={list} entries={entries} date={place.date} note={note} texts={texts} />
    </>
  );
}

/** Today as a whole, or the trip's first day. */
function placeAtFirst({ dates }: Roll): Place {
  const today = new Intl.DateTimeFormat("sv", { timeZone: "Europe/Riga" }).format(new Date());
  const date = dates.find((one) => one >= today) ?? dates.at(-1) ?? today;
  return { date, agendaItemId: null, pickupId: null };
}

/** Whoever should be there, with the state and the marks that it stands on. */
function calledIn(list: Roll, known: Roll["marks"], place: Place): Called[] {
  const byPerson = Map.groupBy(known, ({ registrationId }) => registrationId);
  return list.people
    .filter(({ pickupId }) => place.pickupId === null || pickupId === place.pickupId)
    .map((person) => {
      const { registrationId } = person;
      const marks = marksIn(byPerson.get(registrationId) ?? [], registrationId, place);
      return { ...person, state: stateOf(marks), marks: standing(marks) };
    });
}

/** Found without its diacritics too: "abola" finds Ābola. */
function isFound({ givenName, familyName, organisation }: Called, query: string): boolean {
  return plain(`${givenName} ${familyName} ${givenName} ${organisation}`).includes(
    plain(query.trim()),
  );
}

const plain = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
