import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { database } from "#db/client.ts";
import { organisation, organisationFormerName } from "#db/schema/organisation.ts";
import { registration } from "#db/schema/registration.ts";
import { register } from "#domain/registration/commands.ts";
import { setSeats } from "#domain/seat/commands.ts";
import { aPerson } from "#scripts/checks/factories.ts";
import { anOpenTrip, type OpenTrip } from "#scripts/checks/open-trip.ts";
import { participantIds, participantsOfTrip } from "./queries.ts";
import type { ParticipantFilter } from "./schema.ts";

const now = new Date();
let trip: OpenTrip;
let livani: string;
let rezekne: string;

async function municipality(name: string): Promise<string> {
  const [made] = await database()
    .insert(organisation)
    .values({ kind: "municipality", name, country: "LV" })
    .returning({ id: organisation.id });
  return (made as { id: string }).id;
}

beforeAll(async () => {
  trip = await anOpenTrip({ capacity: 2 });
  [livani, rezekne] = [await municipality("Līvānu novads"), await municipality("Rēzeknes novads")];
  const names = [
    ["Ādolfs", "Čakste", livani],
    ["Zane", "Ābele", livani],
    ["Ieva", "Šmite", rezekne],
    ["Juris", "Zīle", livani],
    ["Anna", "Kalniņa", rezekne],
  ] as const;
  for (const [givenName, familyName, organisation_] of names) {
    const answers = { givenName, familyName, phone: "20123456", organisation: organisation_ };
    const rest = {
      institution: "",
      position: "jurists",
      tripSlug: trip.slug,
      locale: "lv" as const,
    };
    const made = await register(await aPerson(), { ...answers, ...rest }, now);
    if (!made.ok) throw new Error(made.reason);
  }
});

const surnames = async (filter: ParticipantFilter) =>
  (await participantsOfTrip(trip.organiser, trip.slug, filter))?.registrations.map(
    ({ familyName }) => familyName,
  );

describe("the list of a trip", () => {
  it("is by surname in Latvian order, or as asked", async () => {
    expect(await surnames({})).toEqual(["Ābele", "Čakste", "Kalniņa", "Šmite", "Zīle"]);
    expect(await surnames({ sort: "registered" })).toEqual([
      "Čakste",
      "Ābele",
      "Šmite",
      "Zīle",
      "Kalniņa",
    ]);
    expect(await surnames({ sort: "organisation" })).toEqual([
      "Ābele",
      "Čakste",
      "Zīle",
      "Kalniņa",
      "Šmite",
    ]);
  });

  it("is searched without diacritics and case, and a sign of the pattern is no pattern", async () => {
    expect(await surnames({ search: "livani" })).toEqual(["Ābele", "Čakste", "Zīle"]);
    expect(await surnames({ search: "LIVANU" })).toEqual(["Ābele", "Čakste", "Zīle"]);
    expect(await surnames({ search: "kalnina" })).toEqual(["Kalniņa"]);
    expect(await surnames({ search: "kalnina ANNA" })).toEqual(["Kalniņa"]);
    expect(await surnames({ search: "kalnina livani" })).toEqual([]);
    expect(await surnames({ search: "%" })).toEqual([]);
  });

  it("is narrowed down by state, municipality and pick-up, with the same people as ids", async () => {
    expect(await surnames({ state: "confirmed" })).toEqual(["Ābele", "Čakste"]);
    expect(await surnames({ state: "waiting", organisationId: rezekne })).toEqual([
      "Kalniņa",
      "Šmite",
    ]);
    expect(await surnames({ pickupId: "none", state: "confirmed" })).toEqual(["Ābele", "Čakste"]);
    const filter = { organisationId: livani };
    const list = await participantsOfTrip(trip.organiser, trip.slug, filter);
    expect(await participantIds(trip.organiser, trip.tripId, filter)).toEqual(
      list?.registrations.map(({ registrationId }) => registrationId),
    );
  });

  it("says the same place in line as the database's own rule, in both orders", async () => {
    for (const allocationOrder of ["first-come", "spread"] as const) {
      const later = new Date(now.getTime() + 86_400_000);
      const dates = {
        releaseAt: null,
        promotionEndsAt: later,
        namesFrozenAt: later,
        signOffHours: null,
      };
      const seats = { tripId: trip.tripId, capacity: 2, quotas: [], allocationOrder, ...dates };
      expect(await setSeats(trip.organiser, seats, now)).toMatchObject({ ok: true });
      const { rows } = await database().execute<{ id: string; place: number }>(sql`
        select id, place_in_line(id) as place from ${registration}
        where trip_id = ${trip.tripId} and confirmed_at is null`);
      const list = await participantsOfTrip(trip.organiser, trip.slug, { state: "waiting" });
      expect(rows.length).toBe(3);
      for (const { id, place } of rows) {
        expect(list?.registrations.find((one) => one.registrationId === id)?.place).toBe(place);
      }
    }
  });

  it("names a municipality as it was called when the trip took place", async () => {
    const validTo = "2999-12-31";
    await database()
      .insert(organisationFormerName)
      .values({ organisationId: rezekne, name: "Rēzeknes rajons", validTo });
    const list = await participantsOfTrip(trip.organiser, trip.slug, { organisationId: rezekne });
    expect(list?.registrations[0]?.organisation).toBe("Rēzeknes rajons");
  });
});
