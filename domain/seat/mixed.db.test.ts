import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { expect, it } from "vitest";
import { database } from "#db/client.ts";
import { user } from "#db/schema/person.ts";
import { message } from "#db/schema/registration.ts";
import { verify } from "#domain/invariant/queries.ts";
import { anOrganisation, aPerson } from "#scripts/checks/factories.ts";
import type { Mix } from "#scripts/checks/mixed-commands.ts";
import { anOpenTrip } from "#scripts/checks/open-trip.ts";

const processes = 8;
const seconds = 60;

/** Starts a process that does what comes by chance; answers how much it did, and what it complained of. */
async function mixes(mix: Mix) {
  const child = spawn(
    process.execPath,
    ["--conditions=react-server", "scripts/checks/mixed-commands.ts", JSON.stringify(mix)],
    { stdio: ["ignore", "pipe", "pipe"] },
  );
  const [said, complaint] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, "close"),
  ]);
  return { done: Number(said), complaint: child.exitCode === 0 ? "" : complaint };
}

it("eight processes that mix all commands for a minute leave no broken invariant and throw nothing", async () => {
  const trip = await anOpenTrip({ capacity: 20 });
  const municipalities: string[] = [];
  for (let count = 0; count < 5; count += 1)
    municipalities.push(await anOrganisation("municipality"));
  await aPerson({ role: "coordinator", organisationId: municipalities[0] as string });
  const people = await database()
    .insert(user)
    .values(Array.from({ length: 60 }, (_, index) => ({ email: `mixer-${index}@example.lv` })))
    .returning({ id: user.id });
  const userIds = people.map(({ id }) => id);
  const { tripId, slug, organiser } = trip;
  const mix = { tripId, slug, organiserId: organiser.userId, municipalities, userIds, seconds };
  const outcomes = await Promise.all(Array.from({ length: processes }, () => mixes(mix)));
  expect(outcomes.map(({ complaint }) => complaint)).toEqual(outcomes.map(() => ""));
  for (const { done } of outcomes) expect(done).toBeGreaterThan(20);
  expect(await database().$count(message)).toBeGreaterThan(100);
  expect((await verify()).broken).toEqual([]);
}, 180_000);
