import { randomUUID } from "node:crypto";
import { and, asc, eq, isNull } from "drizzle-orm";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { database } from "#db/client.ts";
import { registration } from "#db/schema/registration.ts";
import { systemActor } from "#domain/actor/queries.ts";
import type { PersonActor } from "#domain/actor/schema.ts";
import { sendDelegation } from "#domain/delegation/commands.ts";
import { verify } from "#domain/invariant/queries.ts";
import { releaseDue } from "#domain/line/commands.ts";
import { confirmFromLine, register } from "#domain/registration/commands.ts";
import { lapseSignOffs, signOff } from "#domain/sign-off/commands.ts";
import { publishTrip } from "#domain/trip-state/commands.ts";
import { withdraw } from "#domain/withdrawal/commands.ts";
import { anOrganisation, aPerson, aPlace, aTrip, tripFacts } from "#scripts/checks/factories.ts";
import { histories, organisations, type Step } from "#scripts/checks/seat-histories.ts";
import * as slow from "#scripts/checks/slow-seats.ts";
import { setSeats } from "./commands.ts";

const hour = 3_600_000;
const begun = new Date(Math.floor(Date.now() / hour) * hour);
const deadline = 30 * hour;

let organiser: PersonActor;
let owner: string;
let placeId: string;
const organisationIds: string[] = [];
const people: PersonActor[] = [];

beforeAll(async () => {
  owner = await anOrganisation();
  placeId = await aPlace();
  organiser = await aPerson({ role: "organiser", organisationId: owner });
  for (const _ of organisations) organisationIds.push(await anOrganisation("municipality"));
  for (let count = 0; count < 30; count += 1) people.push(await aPerson());
});

type History = { tripId: string; slug: string; world: slow.SlowWorld; ids: Map<string, string> };

const at = (world: slow.SlowWorld) => new Date(begun.getTime() + world.now);

async function begin(): Promise<History> {
  const facts = tripFacts(
    { organisationId: owner, placeId },
    {
      dates: ["2099-06-12"],
      capacity: 4,
      registrationOpensAt: new Date(begun.getTime() - hour),
      registrationDeadline: new Date("2099-01-01T00:00:00Z"),
    },
  );
  const { tripId, slug } = await aTrip(organiser, facts);
  const published = await publishTrip(organiser, { tripId }, begun);
  expect(published.ok).toBe(true);
  const world = slow.emptyWorld(deadline);
  const history = { tripId, slug, world, ids: new Map() };
  const all = organisations.map(() => ({ guaranteed: 0, maximum: null }));
  await set(history, {
    capacity: 4,
    order: "first-come",
    releaseAfter: null,
    signOffHours: null,
    quotas: all,
  });
  return history;
}

async function set(
  history: History,
  { capacity, order, releaseAfter, signOffHours, quotas }: Omit<Step & { kind: "set" }, "kind">,
) {
  const releaseAt = releaseAfter === null ? null : releaseAfter * hour;
  const answer = await setSeats(
    organiser,
    {
      tripId: history.tripId,
      capacity,
      allocationOrder: order,
      releaseAt: releaseAt === null ? null : new Date(begun.getTime() + releaseAt),
      promotionEndsAt: new Date(begun.getTime() + deadline),
      namesFrozenAt: new Date("2099-06-01T00:00:00Z"),
      signOffHours,
      quotas: quotas.map((quota, index) => ({
        organisationId: organisationIds[index] as string,
        ...quota,
      })),
    },
    at(history.world),
  );
  if (!answer.ok) return;
  const byName = <Value>(pick: (quota: (typeof quotas)[number]) => Value) =>
    Object.fromEntries(quotas.map((quota, index) => [organisations[index] as string, pick(quota)]));
  Object.assign(history.world, {
    capacity,
    order,
    releaseAt,
    holdFor: signOffHours === null ? null : signOffHours * hour,
    guaranteed: byName((quota) => quota.guaranteed),
    maximum: byName((quota) => quota.maximum),
  });
  if (signOffHours === null) slow.askNoSignOff(history.world);
  slow.walk(history.world);
}

async function take(history: History, step: Step): Promise<void> {
  const { world, ids, slug } = history;
  if (step.kind === "set") return set(history, step);
  if (step.kind === "register") {
    const person = people[world.people.length];
    if (!person) return;
    const id = `p${world.people.length}`;
    const answer = await register(
      person,
      {
        tripSlug: slug,
        givenName: "Anna",
        familyName: "Bērziņa",
        phone: "20123456",
        organisation: organisationIds[step.organisation] as string,
        institution: "",
        position: "projektu vadītāja",
        locale: "lv",
      },
      at(world),
    );
    slow.arrive(world, { ids: [id], organisation: organisations[step.organisation] as string });
    if (!answer.ok) throw new Error(answer.reason);
    ids.set(id, answer.registrationId);
    return;
  }
  if (step.kind === "send") return send(history, step);
  if (step.kind === "wait") {
    world.now += step.hours * hour;
    await releaseDue(systemActor, at(world));
    slow.walk(world);
    await lapseSignOffs(systemActor, at(world));
    slow.lapse(world);
    return;
  }
  const wanted = step.kind === "decide" ? ["waiting"] : ["seated", "waiting"];
  const candidates = world.people.filter(
    ({ state, signed }) => wanted.includes(state) && !(step.kind === "sign" && signed),
  );
  const person = candidates[step.which % Math.max(1, candidates.length)];
  if (!person) return;
  const registrationId = ids.get(person.id) as string;
  if (step.kind === "sign") {
    expect((await signOff(organiser, { registrationId }, at(world))).ok).toBe(true);
    slow.sign(world, person);
    return;
  }
  if (step.kind === "withdraw") {
    expect((await withdraw(organiser, { registrationId, reason: "Nevar." }, at(world))).ok).toBe(
      true,
    );
    person.state = "gone";
    slow.walk(world);
    return;
  }
  const decided = await confirmFromLine(
    organiser,
    { registrationId, reason: "Vada projektu." },
    at(world),
  );
  const kept = slow.keptForOthers(world, person.organisation);
  expect(decided.ok).toBe(slow.seatedOf(world) + kept < world.capacity);
  if (decided.ok) person.state = "seated";
}

async function send(
  { world, ids, slug }: History,
  { organisation, size, atLeast }: Step & { kind: "send" },
): Promise<void> {
  const sent = await sendDelegation(
    organiser,
    {
      tripSlug: slug,
      organisationId: organisationIds[organisation] as string,
      members: [],
      head: null,
      unnamed: size,
      atLeast,
      key: randomUUID(),
      locale: "lv",
    },
    at(world),
  );
  if (!sent.ok) throw new Error(sent.reason);
  const places = await database()
    .select({ id: registration.id })
    .from(registration)
    .where(eq(registration.delegationId, sent.delegationId))
    .orderBy(asc(registration.line));
  const names = places.map((place, index) => {
    const name = `p${world.people.length + index}`;
    ids.set(name, place.id);
    return name;
  });
  slow.arrive(world, {
    ids: names,
    organisation: organisations[organisation] as string,
    delegation: sent.delegationId,
    atLeast,
  });
  expect(sent.seats).toBe(
    world.people.filter(
      ({ delegation, state }) => delegation === sent.delegationId && state === "seated",
    ).length,
  );
}

async function seatedIn({ tripId }: History): Promise<string[]> {
  const rows = await database()
    .select({
      id: registration.id,
      confirmedAt: registration.confirmedAt,
      signOffDueAt: registration.signOffDueAt,
    })
    .from(registration)
    .where(and(eq(registration.tripId, tripId), isNull(registration.withdrawnAt)));
  return rows
    .flatMap(({ id, confirmedAt, signOffDueAt }) => (confirmedAt || signOffDueAt ? [id] : []))
    .sort();
}

describe("seats in the database against a slow second implementation", () => {
  it("agree after every step of any history, and leave no broken invariant", async () => {
    await fc.assert(
      fc.asyncProperty(histories(25), async (steps) => {
        const history = await begin();
        for (const step of steps) {
          await take(history, step);
          const expected = history.world.people.filter(({ state }) => state === "seated");
          expect(await seatedIn(history)).toEqual(
            expected.map(({ id }) => history.ids.get(id) as string).sort(),
          );
        }
      }),
      { numRuns: 150 },
    );
    const { broken } = await verify();
    // The histories ran through a time of their own, and that question is asked of the real clock.
    const real = broken.filter(
      ({ invariant }) => invariant !== "nobody waits whom a free seat fits",
    );
    expect(real).toEqual([]);
  }, 120_000);
});
