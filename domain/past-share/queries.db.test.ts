import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { database } from "#db/client.ts";
import { auditEntry } from "#db/schema/audit.ts";
import { organisation, organisationSuccessor } from "#db/schema/organisation.ts";
import type { PersonActor } from "#domain/actor/schema.ts";
import { cancelTrip } from "#domain/trip-state/commands.ts";
import { momentInRiga } from "#lib/dates.ts";
import { anOrganisation, aPerson, aRegistration, strangersTo } from "#scripts/checks/factories.ts";
import { anAdmin } from "#scripts/checks/strangers.ts";
import { aTripOn } from "#scripts/checks/trip-on.ts";
import { pastSharesOfPeople, pastSharesOfTrip, pastSharesOfWaiting } from "./queries.ts";

const now = momentInRiga("2026-09-01", "12:00");
const ofNothing = { trips: 0, seats: 0, offered: 0, attended: 0, noShows: 0 };

let organiserId: string;
let organiser: PersonActor;
let coming: string;
let ludza: string;
let formerZilupe: string;
let anna: PersonActor;
let janis: PersonActor;
let zane: PersonActor;

beforeEach(async () => {
  organiserId = await anOrganisation();
  organiser = await aPerson({ role: "organiser", organisationId: organiserId });
  [ludza, formerZilupe] = [
    await anOrganisation("municipality"),
    await anOrganisation("municipality"),
  ];
  await database()
    .update(organisation)
    .set({ name: "Ludzas novads" })
    .where(eq(organisation.id, ludza));
  await database()
    .insert(organisationSuccessor)
    .values({ organisationId: formerZilupe, successorId: ludza });
  [anna, janis, zane] = [await aPerson(), await aPerson(), await aPerson()];
  coming = (await aTripOn(organiser, "2026-10-10", 1)).tripId;
});

const waiting = ({ userId, email }: PersonActor) =>
  aRegistration({ tripId: coming, organisationId: ludza, userId, email });

describe("what earlier trips came to", () => {
  it("is seats, days attended of those recorded and no-shows, with a municipality that was merged whole", async () => {
    const spring = await aTripOn(organiser, "2026-05-12", 2, [
      { person: anna, from: ludza, present: [true, true] },
      { person: janis, from: formerZilupe, present: [false, false] },
    ]);
    await spring.lock();
    await aTripOn(organiser, "2026-07-01", 2, [
      { person: anna, from: ludza, present: [true] },
      { person: zane, from: organiserId, present: [false] },
    ]);
    const shares = (await pastSharesOfTrip(organiser, coming, now))?.organisations;
    const others = { organisationId: organiserId, name: expect.any(String) };
    expect(new Set(shares)).toEqual(
      new Set([
        {
          ...{ organisationId: ludza, name: "Ludzas novads" },
          ...{ trips: 2, seats: 3, offered: 5, attended: 3, noShows: 1 },
        },
        { ...others, trips: 1, seats: 1, offered: 1, attended: 0, noShows: 0 },
      ]),
    );
    const [ofAnna, ofJanis] = [await waiting(anna), await waiting(janis)];
    const somebodyNew = await waiting(await aPerson());
    const ids = [ofAnna, ofJanis, somebodyNew];
    const people = await pastSharesOfPeople(organiser, coming, ids, now);
    expect(people).toEqual(
      new Map([
        [ofAnna, { trips: 2, seats: 2, offered: 3, attended: 3, noShows: 0 }],
        [ofJanis, { trips: 1, seats: 1, offered: 2, attended: 0, noShows: 1 }],
        [somebodyNew, ofNothing],
      ]),
    );
  });

  it("is told of those alone who wait, by whoever sends them, where several are given seats", async () => {
    await aTripOn(organiser, "2026-05-12", 1, [{ person: anna, from: ludza, present: [true] }]);
    const ofAnna = await waiting(anna);
    const seated = await aRegistration({
      tripId: coming,
      organisationId: ludza,
      userId: janis.userId,
      email: janis.email,
      confirmedAt: now,
    });
    const ids = [seated, ofAnna];
    const senders = await pastSharesOfWaiting(organiser, coming, ids, now);
    const once = { trips: 1, seats: 1, offered: 1, attended: 1, noShows: 0 };
    expect(senders).toEqual([
      {
        ...{ organisationId: ludza, name: "Ludzas novads", share: expect.objectContaining(once) },
        people: [{ registrationId: ofAnna, givenName: "Anna", familyName: "Bērziņa", share: once }],
      },
    ]);
    for (const stranger of await strangersTo(organiserId)) {
      expect(await pastSharesOfWaiting(stranger, coming, ids, now)).toBeNull();
    }
  });

  it("leaves out what is not over, cancelled, longer ago than two years, or another organisation's", async () => {
    const came = [{ person: anna, from: ludza, present: [] }];
    await aTripOn(organiser, "2026-09-01", 1, came);
    await aTripOn(organiser, "2024-08-31", 1, came);
    const { tripId } = await aTripOn(organiser, "2026-08-20", 1, came);
    await cancelTrip(
      organiser,
      { tripId, reason: { lv: "Sniegs." } },
      momentInRiga("2026-08-01", "12:00"),
    );
    const elsewhere = await aPerson({ role: "organiser", organisationId: await anOrganisation() });
    await aTripOn(elsewhere, "2026-08-20", 1, came);
    expect(await pastSharesOfTrip(organiser, coming, now)).toEqual({ organisations: [] });
    await aTripOn(organiser, "2024-09-01", 1, came);
    expect((await pastSharesOfTrip(organiser, coming, now))?.organisations).toMatchObject([
      { organisationId: ludza, trips: 1, seats: 1, offered: 0, attended: 0, noShows: 0 },
    ]);
  });

  it("is read by the trip's organisers alone, and what is read of people is recorded", async () => {
    const ofAnna = await waiting(anna);
    const entries = () => database().$count(auditEntry, eq(auditEntry.action, "pastShare.read"));
    const before = await entries();
    for (const stranger of [...(await strangersTo(organiserId)), await anAdmin()]) {
      expect(await pastSharesOfTrip(stranger, coming, now)).toBeNull();
      expect(await pastSharesOfPeople(stranger, coming, [ofAnna], now)).toBeNull();
    }
    expect(await entries()).toBe(before);
    await pastSharesOfPeople(organiser, coming, [ofAnna], now);
    expect(await entries()).toBe(before + 1);
    const other = await aTripOn(organiser, "2026-11-11", 1);
    expect(await pastSharesOfPeople(organiser, other.tripId, [ofAnna], now)).toEqual(new Map());
  });
});
