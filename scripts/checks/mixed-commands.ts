// A process of its own in the race of all commands that move seats: it does what comes by chance, as fast as
// it can, until its time is up. What a command refuses is no matter here; what it throws ends the process.
// Started by the test, with DATABASE_URL set.

import { randomUUID } from "node:crypto";
import { and, eq, isNull } from "drizzle-orm";
import { database, pool } from "#db/client.ts";
import { registration } from "#db/schema/registration.ts";
import { actorOf, systemActor } from "#domain/actor/queries.ts";
import type { PersonActor } from "#domain/actor/schema.ts";
import { sendDelegation } from "#domain/delegation/commands.ts";
import { namePlace } from "#domain/naming/commands.ts";
import { confirmFromLine, register } from "#domain/registration/commands.ts";
import { replace } from "#domain/replacement/commands.ts";
import { setSeats } from "#domain/seat/commands.ts";
import {
  declineSignOff,
  lapseSignOffs,
  remindOfSignOffs,
  signOff,
} from "#domain/sign-off/commands.ts";
import { giveUpPlace, lapseReplacements, withdraw } from "#domain/withdrawal/commands.ts";

export type Mix = {
  tripId: string;
  slug: string;
  organiserId: string;
  municipalities: string[];
  /** This process's own; several register the same people at once. */
  userIds: string[];
  seconds: number;
};

const mix = JSON.parse(process.argv[2] as string) as Mix;
const { tripId, slug, municipalities } = mix;
const ends = Date.now() + mix.seconds * 1_000;
const organiser = (await actorOf(mix.organiserId)) as PersonActor;
const people = (await Promise.all(mix.userIds.map(actorOf))) as PersonActor[];

const number = (below: number) => Math.floor(Math.random() * below);
const one = <Value>(all: readonly Value[]) => all[number(all.length)] as Value;

/** An active registration of the trip by chance. */
async function somebody(): Promise<string> {
  const rows = await database()
    .select({ id: registration.id })
    .from(registration)
    .where(and(eq(registration.tripId, tripId), isNull(registration.withdrawnAt)));
  return rows.length > 0 ? one(rows).id : randomUUID();
}

const later = (hours: number) => new Date(Date.now() + hours * 3_600_000);
const words = { givenName: "Anna", familyName: "Bērziņa", phone: "20123456", position: "juriste" };

/** The more often a deed stands here, the more often it is done. */
const deeds: (() => Promise<unknown>)[] = [
  ...Array.from({ length: 6 }, () => () => {
    const answers = { ...words, organisation: one(municipalities), institution: "" };
    return register(one(people), { ...answers, tripSlug: slug, locale: "lv" }, new Date());
  }),
  ...Array.from({ length: 3 }, () => async () => {
    const [unnamed, named] = [number(3), number(3)];
    const sent = {
      tripSlug: slug,
      organisationId: one(municipalities),
      members: Array.from({ length: named }, () => ({ ...words, email: one(people).email })),
      head: null,
      unnamed,
      atLeast: 1 + number(Math.max(1, unnamed + named)),
      key: randomUUID(),
      locale: "lv" as const,
    };
    return sendDelegation(organiser, sent, new Date());
  }),
  ...Array.from(
    { length: 5 },
    () => async () =>
      withdraw(organiser, { registrationId: await somebody(), reason: "Nevar." }, new Date()),
  ),
  ...Array.from(
    { length: 3 },
    () => async () => signOff(organiser, { registrationId: await somebody() }, new Date()),
  ),
  async () =>
    declineSignOff(organiser, { registrationId: await somebody(), reason: "Nē." }, new Date()),
  async () =>
    confirmFromLine(organiser, { registrationId: await somebody(), reason: "Vada." }, new Date()),
  ...Array.from({ length: 3 }, () => async () => {
    const next = { ...words, email: one(people).email, registrationId: await somebody() };
    return one([replace, namePlace])(organiser, { ...next, reason: "Slimo." }, new Date());
  }),
  async () => {
    const registrationId = await somebody();
    return giveUpPlace(one(people), { registrationId }, later(one([0, 400])));
  },
  () => lapseReplacements(systemActor, later(one([0, 500]))),
  () => lapseSignOffs(systemActor, later(one([0, 100]))),
  () => remindOfSignOffs(systemActor, later(30)),
  () =>
    setSeats(
      organiser,
      {
        tripId,
        capacity: 15 + number(15),
        allocationOrder: one(["first-come", "spread"] as const),
        releaseAt: null,
        promotionEndsAt: later(10_000),
        namesFrozenAt: later(10_000),
        signOffHours: one([null, 72]),
        quotas: municipalities.map((organisationId) => ({
          organisationId,
          guaranteed: number(4),
          maximum: one([null, 10]),
        })),
      },
      new Date(),
    ),
];

let done = 0;
while (Date.now() < ends) {
  await Promise.all([one(deeds)(), one(deeds)(), one(deeds)()]);
  done += 3;
}
process.stdout.write(`${done}\n`);
await pool().end();
