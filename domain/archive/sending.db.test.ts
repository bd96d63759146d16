import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { database } from "#db/client.ts";
import { auditEntry } from "#db/schema/audit.ts";
import { trip } from "#db/schema/trip.ts";
import type { PersonActor } from "#domain/actor/schema.ts";
import { aDayOfTrip } from "#scripts/checks/day-of-trip.ts";
import { anOrganisation, aPerson } from "#scripts/checks/factories.ts";
import { importTrip } from "./commands.ts";
import { archiveOfTrip } from "./queries.ts";

let text: string;
let slug: string;
let organisationId: string;
let organiser: PersonActor;

beforeEach(async () => {
  const made = await aDayOfTrip();
  await made.mark(await made.somebody());
  slug = `${made.slug}-citur`;
  const file = await archiveOfTrip(made.organiser, made.slug, { people: true });
  text = JSON.stringify({ ...file, trip: { ...file?.trip, slug } });
  organisationId = await anOrganisation();
  organiser = await aPerson({ role: "organiser", organisationId });
});

const send = (key: string, sent = text, by = organiser) =>
  importTrip(by, { organisationId, text: sent, key }, new Date());

const trips = () => database().$count(trip, eq(trip.organisationId, organisationId));

test("the same form sent eight times at once, and once more afterwards, is one trip and the same answer", async () => {
  const key = randomUUID();
  const outcomes = await Promise.all(Array.from({ length: 8 }, () => send(key)));
  const [first] = outcomes;
  expect(first).toMatchObject({ ok: true, slug, again: false, people: 1 });
  for (const one of [...outcomes, await send(key)]) expect(one).toEqual(first);
  expect(await trips()).toBe(1);
  const tripId = first?.ok ? first.tripId : "";
  const entries = await database().$count(auditEntry, eq(auditEntry.tripId, tripId));
  expect(entries).toBe(1);
});

test("the file sent with another form is another trip, and so are another file and another hand with the same", async () => {
  const key = randomUUID();
  expect(await send(key)).toMatchObject({ slug });
  expect(await send(randomUUID())).toMatchObject({ slug: `${slug}-2`, again: true });
  expect(await send(key, `${text} `)).toMatchObject({ slug: `${slug}-3` });
  const colleague = await aPerson({ role: "organiser", organisationId });
  expect(await send(key, text, colleague)).toMatchObject({ slug: `${slug}-4` });
  expect(await importTrip(organiser, { organisationId, text }, new Date())).toMatchObject({
    slug: `${slug}-5`,
  });
  expect(await trips()).toBe(5);
});

test("a form whose file was refused is taken once its file is right", async () => {
  const key = randomUUID();
  expect(await send(key, "{}")).toMatchObject({ ok: false });
  expect(await send(key)).toMatchObject({ ok: true, slug });
});

test("the database refuses a second trip of one sending", async () => {
  const made = await Promise.all([send(randomUUID()), send(randomUUID())]);
  const ids = made.map((one) => (one.ok ? one.tripId : ""));
  const [one] = await database()
    .select({ importKey: trip.importKey })
    .from(trip)
    .where(eq(trip.id, ids[0] ?? ""));
  expect(one?.importKey).toMatch(/^[0-9a-f]{64}$/);
  const second = database()
    .update(trip)
    .set({ importKey: one?.importKey ?? null })
    .where(eq(trip.id, ids[1] ?? ""));
  await expect(second).rejects.toMatchObject({ cause: { constraint: "trip_import_key_unique" } });
});
