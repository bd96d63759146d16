import { eq, sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { database } from "#db/client.ts";
import { agendaItem } from "#db/schema/itinerary.ts";
import { organisation, organisationFormerName } from "#db/schema/organisation.ts";
import { wording } from "#db/schema/paper.ts";
import { trip } from "#db/schema/trip.ts";
import { publicActor } from "#domain/actor/queries.ts";
import { addItem } from "#domain/agenda/commands.ts";
import { wordingOf } from "#domain/wording/queries.ts";
import { aDayOfTrip, type DayOfTrip } from "#scripts/checks/day-of-trip.ts";
import { anOrganisation, aPerson } from "#scripts/checks/factories.ts";
import { importTrip } from "./commands.ts";
import { archiveOfTrip } from "./queries.ts";
import type { TripArchive } from "./schema.ts";

let made: DayOfTrip;

beforeEach(async () => {
  made = await aDayOfTrip();
});

async function imported(change: (file: TripArchive) => void = () => {}) {
  const file = (await archiveOfTrip(made.organiser, made.slug)) as TripArchive;
  change(file);
  const organisationId = await anOrganisation();
  const organiser = await aPerson({ role: "organiser", organisationId });
  const outcome = await importTrip(
    organiser,
    { organisationId, text: JSON.stringify(file) },
    new Date(),
  );
  return { organisationId, outcome };
}

test("papers of a trip that came as a file have the words that its organisation wrote for all of its trips", async () => {
  const { organisationId, tripId, organiser } = made;
  const by = { organisationId, paper: "certificate" as const, changedBy: organiser.userId };
  await database()
    .insert(wording)
    .values([
      { ...by, tripId: null, texts: { lv: "Visiem", en: "For all" } },
      { ...by, tripId, texts: { lv: "Šim braucienam" } },
    ]);
  const there = await imported();
  if (!there.outcome.ok) throw new Error(JSON.stringify(there.outcome));
  const place = { organisationId: there.organisationId, tripId: there.outcome.tripId };
  const words = await wordingOf(publicActor, place, "certificate");
  expect(words).toEqual(await wordingOf(publicActor, { organisationId, tripId }, "certificate"));
  expect(words).toEqual({ lv: "Šim braucienam", en: "For all" });
});

test("a host that was called otherwise on the day of the trip is called so in the other installation as well", async () => {
  const hostId = await anOrganisation("host");
  const visit = { kind: "visit" as const, starts: "10:00", ends: "11:00", title: { lv: "Vizīte" } };
  const { tripId, date } = made.day;
  const here = { note: null, hostId, placeId: null, speakerIds: [] };
  await addItem(made.organiser, { ...visit, ...here, tripId, date }, new Date());
  const former = { organisationId: hostId, name: "Vecā tipogrāfija", nameEn: null };
  await database()
    .insert(organisationFormerName)
    .values({ ...former, validTo: date });
  // As if nobody there had ever heard of it.
  const renamed = (file: TripArchive) => {
    for (const one of file.organisations) if (one.kind === "host") one.name = `${one.name} citur`;
  };
  const { outcome } = await imported(renamed);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome));
  const [item] = await database()
    .select({
      called: sql`organisation_name_on(${agendaItem.hostId}, ${date})`,
      now: organisation.name,
    })
    .from(agendaItem)
    .innerJoin(organisation, eq(organisation.id, agendaItem.hostId))
    .where(
      sql`${agendaItem.tripDayId} in (select id from trip_day where trip_id = ${outcome.tripId})`,
    );
  expect(item?.called).toBe("Vecā tipogrāfija");
  expect(item?.now).toMatch(/ citur$/);
  const twice = await imported((file) => {
    renamed(file);
    const [host] = file.organisations.filter(({ kind }) => kind === "host");
    host?.formerNames?.push({ name: "Cita", nameEn: null, validTo: date });
  });
  expect(twice.outcome).toMatchObject({
    problems: [{ path: ["organisations", 0, "formerNames", 1, "validTo"], reason: "twice" }],
  });
  expect(await database().$count(trip, eq(trip.organisationId, twice.organisationId))).toBe(0);
});
