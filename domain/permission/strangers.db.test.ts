import { randomUUID } from "node:crypto";
import path from "node:path";
import { beforeAll, expect, test } from "vitest";
import { database } from "#db/client.ts";
import { auditEntry } from "#db/schema/audit.ts";
import type { Actor } from "#domain/actor/schema.ts";
import { momentInRiga } from "#lib/dates.ts";
import {
  date,
  makeStrangers,
  makeTheirs,
  now,
  type Strangers,
  type Theirs,
} from "#scripts/checks/strangers.ts";
import { functions } from "./functions.ts";
import { mayToStrangers } from "./rules.ts";
import type { Role } from "./schema.ts";

let strangers: Strangers;

beforeAll(async () => {
  strangers = await makeStrangers();
});

/** What each function is called with, after the actor: somebody else's thing. */
const samples: Record<string, (theirs: Theirs) => unknown[]> = {
  "agenda.addItem": (theirs) => [{ ...theirs.item, tripId: theirs.tripId, date }, now],
  "agenda.adjustItem": (theirs) => [
    { itemId: theirs.itemId, starts: "10:15", ends: "11:00", title: "Vizīte" },
    now,
  ],
  "agenda.editItem": (theirs) => [{ ...theirs.item, itemId: theirs.itemId, date }, now],
  "arrangement.moveItem": (theirs) => [{ itemId: theirs.itemId, direction: "later" }, now],
  "agenda.removeItem": (theirs) => [{ itemId: theirs.itemId }, now],
  "arrangement.duplicateItem": (theirs) => [{ itemId: theirs.itemId }, now],
  "arrangement.placeItem": (theirs) => [{ itemId: theirs.itemId, date, before: null }, now],
  "arrangement.shiftItems": (theirs) => [{ itemId: theirs.itemId, minutes: 10 }, now],
  "attendance.attendanceDays": (theirs) => [theirs.slug, now],
  "attendance.attendanceOfDay": (theirs) => [theirs.slug, date, now],
  "attendance.recordAttendance": (theirs) => [
    {
      id: randomUUID(),
      tripId: theirs.tripId,
      registrationId: theirs.registrationId,
      date,
      present: true,
      device: "phone",
      deviceAt: now,
    },
    now,
  ],
  "attendance.attendanceTrip": (theirs) => [theirs.slug, now],
  "attendance.tripsLed": () => [momentInRiga(date, "12:00")],
  "call.callOf": (theirs) => [theirs.slug, now],
  "copy.copyTrip": (theirs) => [
    { tripId: theirs.tripId, firstDay: "2027-06-11", title: "Nākamgad" },
    now,
  ],
  "draft.changesSince": (theirs) => [theirs.tripId, 0, database()],
  "draft.draftItems": (theirs) => [theirs.tripId, database()],
  "draft.lastStateOf": (theirs) => [theirs.itemId],
  "draft.latestChanges": (theirs) => [theirs.tripId, database()],
  "draft.statesOfItem": (theirs) => [theirs.itemId, database()],
  "draft.undoChange": (theirs) => [{ tripId: theirs.tripId, revision: 1 }, now],
  "host.addSpeaker": (theirs) => [
    {
      hostId: theirs.organisationId,
      givenName: "Anna",
      familyName: "Bērziņa",
      role: { lv: "vadītāja" },
      publicationBasis: null,
    },
    now,
  ],
  "host.createHost": (theirs) => [
    { name: `Teātris ${randomUUID()}`, nameEn: null, placeId: theirs.facts.places[0]?.placeId },
    now,
  ],
  "host.createPlace": () => [
    { name: `Vieta ${randomUUID()}`, region: "Zemgale", latitude: 56.6, longitude: 23.7 },
    now,
  ],
  "host.host": (theirs) => [theirs.organisationId],
  "host.hosts": () => [],
  "host.places": () => [],
  "itinerary.draftItinerary": (theirs) => [theirs.slug],
  "itinerary.draftOfTrip": (theirs) => [theirs.tripId, database()],
  "itinerary.newestVersion": (theirs) => [theirs.tripId, database()],
  "itinerary.publishedItinerary": (theirs) => [theirs.slug],
  "itinerary.publishItinerary": (theirs) => [{ tripId: theirs.tripId, note: "Pirmā" }, now],
  "itinerary.publishedVersion": (theirs) => [theirs.slug, 1],
  "itinerary.versionsOf": (theirs) => [theirs.slug],
  "organisation.grantRole": (theirs) => [
    { email: "a@example.lv", role: "crew", organisationId: theirs.organisationId },
    now,
  ],
  "organiser.ownTrip": (theirs) => [theirs.slug, now],
  "organiser.ownTrips": () => [now],
  "organiser.tripToRead": (theirs) => [theirs.slug, now],
  "project.createProject": (theirs) => [
    {
      organisationId: theirs.organisationId,
      number: randomUUID(),
      shortName: "Open Leadership",
      name: { lv: "Projekts" },
      programme: { lv: "Interreg" },
      period: "2021-2027",
      fundingStatement: { lv: "Līdzfinansē Eiropas Savienība" },
      disclaimer: { lv: "Par saturu atbild {organiser}." },
    },
  ],
  "registration.confirmFromLine": (theirs) => [
    { registrationId: theirs.waitingId, reason: "Vada delegāciju" },
    now,
  ],
  "registration.myRegistrations": () => [],
  "registration.register": (theirs) => [
    {
      tripSlug: theirs.slug,
      givenName: "Anna",
      familyName: "Bērziņa",
      phone: "+371 20 123 456",
      organisation: theirs.organisationId,
      institution: "",
      position: "projektu vadītāja",
      locale: "lv",
    },
    now,
  ],
  "registration.registrationForOrganiser": (theirs) => [theirs.slug, theirs.registrationId],
  "registration.registrationOf": (theirs) => [theirs.slug],
  "registration.registrationsOfTrip": (theirs) => [theirs.slug, {}],
  "registration.withdraw": (theirs) => [{ registrationId: theirs.registrationId }, now],
  "seat.setSeats": (theirs) => [
    {
      tripId: theirs.tripId,
      capacity: 20,
      quotas: [],
      allocationOrder: "first-come",
      releaseAt: null,
      promotionEndsAt: theirs.facts.registrationDeadline,
    },
    now,
  ],
  "trip-state.cancelTrip": (theirs) => [{ tripId: theirs.tripId, reason: { lv: "Vētra" } }, now],
  "trip-state.completeTrip": (theirs) => [{ tripId: theirs.tripId }, now],
  "trip.createTrip": (theirs) => [theirs.facts, now],
  "trip.editTrip": (theirs) => [{ ...theirs.facts, tripId: theirs.tripId }, now],
  "trip.publishedTrip": (theirs) => [theirs.slug],
  "trip.publishedTrips": () => [now],
  "trip-state.publishTrip": (theirs) => [{ tripId: theirs.tripId }, now],
  "warning.acceptWarning": (theirs) => [
    { tripId: theirs.tripId, fingerprint: "overlap", note: "Zinām" },
    now,
  ],
  "warning.restoreWarning": (theirs) => [{ tripId: theirs.tripId, fingerprint: "overlap" }, now],
};

const ofSomebody = Object.entries(functions).filter(
  ([, { thing }]) => thing !== "entrance" && thing !== "machinery",
);

test("every function that touches somebody's things has a sample here", () => {
  const missing = ofSomebody.filter(([name]) => !(name in samples)).map(([name]) => name);
  const lines = missing.map((name) => `  "${name}": (theirs) => [theirs.…, now],`).join("\n");
  expect(lines, `Add to \`samples\` in domain/permission/strangers.db.test.ts:\n${lines}`).toBe("");
});

test.each(ofSomebody)("%s finds nothing of a stranger's", async (name, assignment) => {
  const call = await load(name);
  const theirs = await makeTheirs();
  const input = samples[name]?.(theirs) ?? [];
  for (const [role, actor] of Object.entries(strangers) as [Role, Actor][]) {
    if (mayToStrangers(assignment, role)) continue;
    const entries = await database().$count(auditEntry);
    const outcome = await call(actor, ...input);
    expect(isNotFound(outcome), `${role} got ${JSON.stringify(outcome)}`).toBe(true);
    expect(await database().$count(auditEntry), `${role} left a trace`).toBe(entries);
  }
  // The same input is no nonsense: whose thing it is gets another answer.
  const outcomes = [await call(theirs.organiser, ...input), await call(theirs.attendee, ...input)];
  expect(outcomes.every(isNotFound), "its owners found nothing either").toBe(false);
});

const ofEverybody = ofSomebody.filter(
  ([, row]) => row.thing === "publishedTrip" && row.verb === "read",
);

test.each(ofEverybody)("%s finds a published trip for everybody", async (name) => {
  const call = await load(name);
  const theirs = await makeTheirs();
  for (const [role, actor] of Object.entries(strangers)) {
    const outcome = await call(actor, ...(samples[name]?.(theirs) ?? []));
    expect(isNotFound(outcome), `${role} was refused`).toBe(false);
  }
});

/** As if it did not exist: a refusal without a clue, or nothing. */
function isNotFound(outcome: unknown): boolean {
  if (outcome === null) return true;
  if (Array.isArray(outcome)) return outcome.length === 0;
  return JSON.stringify(outcome) === JSON.stringify({ ok: false, reason: "notFound" });
}

type Call = (actor: Actor, ...input: unknown[]) => Promise<unknown>;

async function load(name: string): Promise<Call> {
  const [noun, exported] = name.split(".") as [string, string];
  for (const file of ["commands.ts", "queries.ts"]) {
    const module = await import(path.resolve(import.meta.dirname, "..", noun, file)).catch(
      () => ({}),
    );
    if (exported in module) return module[exported] as Call;
  }
  throw new Error(`${name} is nowhere in domain/${noun}`);
}
