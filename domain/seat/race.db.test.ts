import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { and, eq, inArray, isNull } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { database } from "#db/client.ts";
import { user } from "#db/schema/person.ts";
import { registration } from "#db/schema/registration.ts";
import { verify } from "#domain/invariant/queries.ts";
import { publishTrip } from "#domain/trip-state/commands.ts";
import { anOrganisation, aPerson, aPlace, aTrip, tripFacts } from "#scripts/checks/factories.ts";
import type { Answer, Contestant } from "#scripts/checks/register-many.ts";
import { setSeats } from "./commands.ts";

const seats = 30;
const hour = 3_600_000;

async function anOpenTrip(municipalities: readonly string[]) {
  const owner = await anOrganisation();
  const organiser = await aPerson({ role: "organiser", organisationId: owner });
  const facts = tripFacts(
    { organisationId: owner, placeId: await aPlace() },
    {
      dates: ["2099-06-12"],
      capacity: seats,
      registrationOpensAt: new Date(Date.now() - hour),
      registrationDeadline: new Date("2099-06-01T00:00:00Z"),
    },
  );
  const { tripId, slug } = await aTrip(organiser, facts);
  expect((await publishTrip(organiser, { tripId }, new Date())).ok).toBe(true);
  const quotas = municipalities.map((organisationId) => ({
    organisationId,
    guaranteed: 4,
    maximum: 12,
  }));
  const set = await setSeats(
    organiser,
    {
      tripId,
      capacity: seats,
      allocationOrder: "spread",
      releaseAt: null,
      promotionEndsAt: new Date("2099-06-01T00:00:00Z"),
      namesFrozenAt: new Date("2099-06-01T00:00:00Z"),
      signOffHours: null,
      quotas,
    },
    new Date(),
  );
  expect(set.ok).toBe(true);
  return { tripId, slug };
}

async function contestants(count: number, municipalities: readonly string[]) {
  const emails = Array.from({ length: count }, (_, index) => `racer-${index}@example.lv`);
  const made = await database()
    .insert(user)
    .values(emails.map((email) => ({ email })))
    .returning({ userId: user.id });
  return made.map(({ userId }, index) => ({
    userId,
    organisation: municipalities[index % municipalities.length] as string,
  }));
}

/** Starts a process that registers these people; answers are collected as they are written. */
function contest(tripSlug: string, people: readonly Contestant[], answers: Answer[]) {
  const task = JSON.stringify({ tripSlug, people });
  const child = spawn(
    process.execPath,
    ["--conditions=react-server", "scripts/checks/register-many.ts", task],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  const lines = createInterface({ input: child.stdout });
  lines.on("line", (line) => answers.push(JSON.parse(line) as Answer));
  return { child, finished: Promise.all([once(child, "exit"), once(lines, "close")]) };
}

/** Ends the process without warning once it has had this many answers. */
async function killAfter(child: ChildProcess, answers: readonly Answer[], count: number) {
  const stdout = child.stdout;
  while (stdout && answers.length < count && child.exitCode === null) await once(stdout, "data");
  child.kill("SIGKILL");
}

describe("200 people and 40 who send twice, for 30 seats at once, over several processes", () => {
  it("give no seat twice, lose nobody who had an answer, and survive a killed process", async () => {
    const municipalities: string[] = [];
    for (let count = 0; count < 5; count += 1)
      municipalities.push(await anOrganisation("municipality"));
    const { tripId, slug } = await anOpenTrip(municipalities);
    const people = await contestants(200, municipalities);
    const twice = people.slice(0, 40);
    const all = [...people, ...twice];

    const doomedAnswers: Answer[] = [];
    const answers: Answer[] = [];
    const share = Math.ceil(all.length / 4);
    const shares = [0, 1, 2, 3].map((index) => all.slice(index * share, (index + 1) * share));
    const doomed = contest(slug, shares[1] as Contestant[], doomedAnswers);
    const others = [0, 2, 3].map((index) => contest(slug, shares[index] as Contestant[], answers));
    await killAfter(doomed.child, doomedAnswers, 3);
    await Promise.all([doomed, ...others].map(({ finished }) => finished));
    expect(doomed.child.signalCode).toBe("SIGKILL");
    // Whoever got no answer sends again, as a person would.
    const again = contest(slug, shares[1] as Contestant[], answers);
    await again.finished;

    const told = [...doomedAnswers, ...answers];
    const rows = await database()
      .select({ id: registration.id, userId: registration.userId, at: registration.confirmedAt })
      .from(registration)
      .where(and(eq(registration.tripId, tripId), isNull(registration.withdrawnAt)));
    expect(rows.filter(({ at }) => at !== null)).toHaveLength(seats);
    expect(new Set(rows.map(({ userId }) => userId)).size).toBe(200);
    expect(rows).toHaveLength(200);
    const kept = await database()
      .select({ id: registration.id, userId: registration.userId })
      .from(registration)
      .where(inArray(registration.id, [...new Set(told.map((answer) => answer.registrationId))]));
    const personOf = new Map(kept.map(({ id, userId }) => [id, userId]));
    for (const answer of told) expect(personOf.get(answer.registrationId)).toBe(answer.userId);
    expect((await verify()).broken).toEqual([]);
  }, 120_000);
});
