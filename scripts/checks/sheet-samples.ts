import { randomUUID } from "node:crypto";
import { momentInRiga } from "#lib/dates.ts";
import { date, now, type Theirs } from "./strangers.ts";

const afterwards = momentInRiga("2026-06-20", "12:00");

/** What the functions of signed sheets and corrected marks are called with: somebody else's thing. */
export const sheetSamples: Record<string, (theirs: Theirs) => unknown[]> = {
  "correction.correctAttendance": ({ tripId, registrationId }) => [
    { tripId, date, registrationId, present: false, reason: "Saslima." },
    afterwards,
  ],
  "correction.marksOfPerson": ({ slug, registrationId }) => [slug, registrationId],
  "day-lock.lockDay": ({ tripId }) => [{ tripId, date }, afterwards],
  "day-lock.reopenDay": ({ tripId }) => [{ tripId, date, reason: "Otra lapa." }, afterwards],
  "no-show.noShowsOfTrip": ({ slug }) => [slug],
  "sheet.addSheet": ({ tripId }) => [
    { tripId, date, name: "lapa.pdf", bytes: Buffer.from("%PDF-1.7\n") },
    afterwards,
  ],
  "sheet.sheetFile": ({ sheetId }) => [sheetId],
  "sheet.sheetOfDay": ({ slug }) => [slug, date],
  "signature.compareSheet": ({ tripId, registrationId }) => [
    {
      tripId,
      date,
      people: [{ registrationId, signed: true, decision: "none", words: "" }],
    },
    afterwards,
  ],
  "walk-in.addWalkIn": ({ tripId }) => [
    { ...aWalkIn, id: randomUUID(), tripId, date, organisationId: null },
    afterwards,
  ],
  "walk-in.removeWalkIn": ({ tripId, walkInId }) => [
    { id: randomUUID(), tripId, date, walkInId, reason: "Kļūda." },
    afterwards,
  ],
  "walk-in.walkInsOfDay": ({ slug }) => [slug, date, now],
  "walk-in-delivery.deliverWalkIns": ({ slug }) => [{ slug, entries: [{ kind: "added" }] }, now],
};

const aWalkIn = { givenName: "Jānis", familyName: "Kalns", institution: "Kalnu skola" };
