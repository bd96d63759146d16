import type { DueMessage } from "#domain/message/queries.ts";
import { momentInRiga } from "#lib/dates.ts";

/** When these letters are written. */
export const now = new Date("2026-05-20T09:00:00Z");

/** What a letter about a trip is made of. */
export const due: DueMessage = {
  kind: "confirmed",
  recipient: "anna@kraslava.example",
  recipientId: "5b1f6a3e-4c1d-4f7e-9d55-2b7c0d6a1e42",
  locale: "lv",
  facts: {},
  trip: {
    slug: "jelgava",
    title: { lv: "Viedā pilsēta <Jelgava>", en: "Smart city Jelgava", lt: "Išmanus miestas" },
    dates: ["2026-06-12", "2026-06-13"],
    places: ["Jelgava", "Liepāja"],
    invitationOnly: false,
    registrationDeadline: new Date("2026-06-01T14:00:00Z"),
    itinerary: null,
  },
  organiser: { lv: "Latgales plānošanas reģions", en: "Latgale Planning Region" },
  project: {
    number: "LLI-59",
    shortName: "Open Leadership",
    programme: { lv: "Interreg V-A Latvija–Lietuva" },
    period: "2014-2020",
    fundingStatement: { lv: "Projektu finansē Eiropas Savienība." },
    disclaimer: { lv: "Par saturu atbild {organiser}." },
    logos: [],
  },
  registration: {
    id: "0b0f6a3e-4c1d-4f7e-9d55-2b7c0d6a1e42",
    userId: "5b1f6a3e-4c1d-4f7e-9d55-2b7c0d6a1e42",
    active: true,
    replacementAsked: true,
    organisation: "Krāslavas novads",
    person: "Anna Bērziņa",
    signOffDueAt: null,
    place: null,
    waitingReason: null,
    decisionReason: null,
    withdrawalReason: null,
    withdrawnBy: "person",
    releaseAt: null,
    promotionEndsAt: new Date("2026-06-01T14:00:00Z"),
  },
};

const at = (clock: string) => momentInRiga("2026-06-12", clock).toISOString();

/** What of it is different in each kind of letter. */
export const kinds: Record<DueMessage["kind"], Partial<DueMessage>> = {
  confirmed: {},
  waiting: {
    registration: { ...due.registration, place: 3, waitingReason: "kept", releaseAt: now },
  },
  promoted: {},
  withdrawn: {},
  itinerary: {
    facts: {
      number: 2,
      note: "Mainīts laiks",
      publishedAt: at("14:05"),
      changes: [
        {
          kind: "changed",
          name: { lv: "Liepājas teātris" },
          before: { date: "2026-06-12", startsAt: at("10:00"), endsAt: at("11:00") },
          after: { date: "2026-06-12", startsAt: at("10:30"), endsAt: at("11:30") },
          fields: [],
        },
      ],
    },
  },
  cancelled: { facts: { reason: { lv: "Vētra", en: "Storm", lt: "Audra" } } },
  awaitingSignOff: { registration: { ...due.registration, signOffDueAt: now } },
  signOffRequested: { registration: { ...due.registration, signOffDueAt: now } },
  signOffReminder: { registration: { ...due.registration, place: 2 } },
  signOffLapsed: {},
  signOffDeclined: { facts: { reason: "Nav aizvietotāja." } },
  delegationSent: {
    facts: { seats: 2, waiting: 1, unnamed: 1, namesFrozenAt: now.toISOString() },
  },
  delegationSeated: { facts: { seats: 2 } },
  placesToName: { facts: { places: 2, namesFrozenAt: now.toISOString() } },
  placesGivenBack: { facts: { places: 1 } },
  invitation: { facts: { invitationId: "8b0f6a3e-4c1d-4f7e-9d55-2b7c0d6a1e42" } },
  replacementAsked: { facts: { person: "Anna Bērziņa", until: now.toISOString() } },
  replacementProposed: { facts: { person: "Anna Bērziņa", successor: "Līga Ozola" } },
  comesAfterAll: { facts: { person: "Anna Bērziņa" } },
  withdrawalNoted: { facts: { person: "Anna Bērziņa", until: now.toISOString() } },
  replaced: { facts: { person: "Anna Bērziņa", successor: "Līga Ozola" } },
  replacementDeclined: { facts: { successor: "Līga Ozola" } },
  entered: { facts: { by: "Jānis Kalniņš", stored: ["Anna Bērziņa", "anna@example.lv"] } },
  notice: { facts: { subject: "Lietussargi", text: "Līs.\n\nPaņemiet <lietussargu>." } },
};
