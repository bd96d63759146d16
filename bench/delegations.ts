import { randomUUID } from "node:crypto";
import { and, eq, isNotNull, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { user } from "#db/schema/person.ts";
import { message, registration } from "#db/schema/registration.ts";
import { systemActor } from "#domain/actor/queries.ts";
import { sendDelegation } from "#domain/delegation/commands.ts";
import { mostMembers } from "#domain/delegation/schema.ts";
import { releaseDue } from "#domain/line/commands.ts";
import { setSeats } from "#domain/seat/commands.ts";
import { anOrganisation } from "#scripts/checks/factories.ts";
import { anOpenTrip, type OpenTrip } from "#scripts/checks/open-trip.ts";
import type { Figure } from "./figure.ts";
import { median } from "./median.ts";

const rounds = 5;
const promoted = 200;
/** As long as a release may take, whatever else the machine does. */
const mostMs = 2_000;

/** What a municipality sends at once, and kept seats that go to the line at once. */
export async function measureDelegations(): Promise<Figure[]> {
  const times: Record<"sent" | "bare" | "released", number[]> = {
    sent: [],
    bare: [],
    released: [],
  };
  for (let round = -1; round < rounds; round += 1) {
    const [bare, sent, released] = [await bareMs(), await sentMs(), await releasedMs()];
    if (round < 0) continue;
    times.bare.push(bare);
    times.sent.push(sent);
    times.released.push(released);
  }
  return [
    {
      name: `a delegation of ${mostMembers} people, against its accounts, registrations and messages inserted bare`,
      unit: "ms",
      value: median(times.sent),
      floor: median(times.bare),
      aim: { atMost: 3 },
    },
    {
      name: `kept seats released to ${promoted} people of the line in one transaction, against ${mostMs} ms`,
      unit: "ms",
      value: median(times.released),
      floor: mostMs,
      aim: { atMost: 1 },
    },
  ];
}

const words = {
  givenName: "Anna",
  familyName: "Bērziņa",
  phone: "20123456",
  position: "projektu vadītāja",
};

const newPeople = () =>
  Array.from({ length: mostMembers }, () => ({ ...words, email: `${randomUUID()}@example.lv` }));

/** The floor: three statements in one transaction. */
async function bareMs(): Promise<number> {
  const { tripId } = await anOpenTrip({ capacity: mostMembers });
  const organisationId = await anOrganisation("municipality");
  const people = newPeople();
  return msOf(() =>
    database().transaction(async (tx) => {
      const made = await tx.insert(user).values(people).returning({ id: user.id });
      const now = new Date();
      const seats = people.map((person, index) => ({
        ...person,
        id: randomUUID(),
        userId: made[index]?.id as string,
        tripId,
        organisationId,
        locale: "lv" as const,
        confirmedAt: now,
      }));
      await tx.insert(registration).values(seats);
      const said = seats.map(({ id, email, locale }) => ({
        tripId,
        registrationId: id,
        kind: "entered" as const,
        recipient: email,
        locale,
        cause: `entered:${id}`,
      }));
      await tx.insert(message).values(said);
    }),
  );
}

async function sentMs(): Promise<number> {
  const { slug, organiser } = await anOpenTrip({ capacity: mostMembers });
  const organisationId = await anOrganisation("municipality");
  const rest = { head: 0, unnamed: 0, atLeast: 1, key: randomUUID(), locale: "lv" as const };
  const wanted = { tripSlug: slug, organisationId, members: newPeople(), ...rest };
  return msOf(async () => {
    const sent = await sendDelegation(organiser, wanted, new Date());
    if (!sent.ok || sent.seats !== mostMembers) throw new Error(JSON.stringify(sent));
  });
}

async function releasedMs(): Promise<number> {
  const trip = await anOpenTrip({ capacity: promoted });
  await aLine(trip);
  const ms = await msOf(() => releaseDue(systemActor, hours(2)));
  const seated = and(eq(registration.tripId, trip.tripId), isNotNull(registration.confirmedAt));
  const seats = await database().$count(registration, seated);
  if (seats !== promoted) throw new Error(`${seats} of ${promoted} people were given a seat`);
  return ms;
}

/** All seats are kept for one municipality, and as many people of eight others wait for them. */
async function aLine({ tripId, slug, organiser }: OpenTrip): Promise<void> {
  const set = await setSeats(
    organiser,
    {
      tripId,
      capacity: promoted,
      allocationOrder: "first-come",
      releaseAt: hours(1),
      promotionEndsAt: hours(100),
      namesFrozenAt: hours(100),
      signOffHours: null,
      quotas: [
        {
          organisationId: await anOrganisation("municipality"),
          guaranteed: promoted,
          maximum: null,
        },
      ],
    },
    new Date(),
  );
  if (!set.ok) throw new Error(set.reason);
  const people = newPeople().slice(0, promoted);
  const made = await database()
    .insert(user)
    .values(people)
    .returning({ id: user.id, email: user.email });
  const senders = await Promise.all(
    Array.from({ length: 8 }, () => anOrganisation("municipality")),
  );
  for (const [index, { id, email }] of made.entries()) {
    await database().execute(sql`select outcome from register_for_trip(
      ${slug}, ${id}, ${senders[index % senders.length]}, 'Anna', 'Bērziņa', ${email}, '20123456', null,
      'projektu vadītāja', 'lv', now(), '{}')`);
  }
}

const hours = (count: number) => new Date(Date.now() + count * 3_600_000);

async function msOf(deed: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await deed();
  return performance.now() - began;
}
