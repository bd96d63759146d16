import { randomUUID } from "node:crypto";
import { type APIRequestContext, expect, request as requests, test } from "@playwright/test";
import { sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { systemActor } from "#domain/actor/queries.ts";
import { isAdmin } from "#domain/actor/rules.ts";
import type { Actor } from "#domain/actor/schema.ts";
import { bulkProgress } from "#domain/bulk/queries.ts";
import { freeUnnamed } from "#domain/naming/commands.ts";
import { actions } from "#domain/permission/actions.ts";
import { addresses } from "#domain/permission/addresses.ts";
import { mayAtAll, mayToStrangers } from "#domain/permission/rules.ts";
import type { Assignment } from "#domain/permission/schema.ts";
import { forgetLogistics } from "#domain/privacy/commands.ts";
import { beginSessions, cookieOf } from "#scripts/checks/sessions.ts";
import { makeStrangers, makeTheirs, type Theirs } from "#scripts/checks/strangers.ts";
import type { ActionSample } from "./action-sample.ts";
import { actionSamples } from "./action-samples.ts";
import { fillIn, isByLink, isOfSomebody, servedActions, servedAddresses } from "./build.ts";

const roles = ["public", "attendee", "coordinator", "crew", "organiser", "admin"] as const;

test("every page and handler that the build serves is named in the table, and no other", () => {
  expect(servedAddresses().sort()).toEqual(Object.keys(addresses).sort());
});

test("every server action that the build serves is named in the table, and no other", () => {
  const served = [...servedActions().keys()].sort();
  expect(served).toEqual(Object.keys(actions).sort());
  expect(served).toEqual(Object.keys(actionSamples).sort());
});

for (const role of roles) {
  test(`as ${role}, addresses of strangers are not found unless the table opens them`, async () => {
    const theirs = await longAgo();
    const asker = await as((await makeStrangers())[role]);
    const wrong: string[] = [];
    for (const key of servedAddresses()) {
      const assignment = addresses[key] as Assignment;
      const isOpen = isOfSomebody(key)
        ? mayToStrangers(assignment, role)
        : mayAtAll(assignment, role) && !isByLink(key);
      const response = await asker.get(fillIn(key, theirs), { maxRedirects: 0 });
      const status = response.status();
      const closed = status === 404 || (status >= 300 && status < 400) || status === 405;
      if (isOpen ? status === 404 && assignment.verb === "read" : !closed)
        wrong.push(`${key}: ${status}`);
      if (!isOpen && closed) expect(await response.text()).not.toContain("Bērziņa");
    }
    expect(wrong).toEqual([]);
    await asker.dispose();
  });

  test(`as ${role}, no server action writes anything of a stranger's`, async () => {
    const theirs = await longAgo();
    const actor = (await makeStrangers())[role];
    const asker = await as(actor);
    for (const [name, id] of servedActions()) {
      const assignment = actions[name] as Assignment;
      const before = await stateOf(theirs, actor);
      await call(asker, id, sampleOf(name, theirs));
      const isOwn = ["entrance", "hosts", "installation"].includes(assignment.thing);
      if (isOwn && mayAtAll(assignment, role)) continue;
      if (mayToStrangers(assignment, role)) continue;
      expect(await stateOf(theirs, actor), `${role} wrote by ${name}`).toEqual(before);
    }
    await asker.dispose();
  });
}

for (const role of roles) {
  test(`as ${role}, no handler takes a form about a stranger's trip`, async () => {
    const theirs = await longAgo();
    const actor = (await makeStrangers())[role];
    const asker = await as(actor);
    const before = await stateOf(theirs, actor);
    const handlers = servedAddresses().filter((key) => isOfSomebody(key) && key.endsWith("/route"));
    expect(handlers.length).toBeGreaterThan(0);
    for (const key of handlers) {
      const { registrationId } = theirs;
      await asker.post(fillIn(key, theirs), {
        headers: { origin: process.env.BASE_URL ?? "" },
        form: { id: randomUUID(), registrationId, present: "yes", locale: "lv" },
        maxRedirects: 0,
      });
      expect(await stateOf(theirs, actor), key).toEqual(before);
    }
    await asker.dispose();
  });
}

test("the organiser of the trip is found everything that strangers are not", async () => {
  const theirs = await longAgo();
  const asker = await as(theirs.organiser);
  for (const key of servedAddresses().filter(
    (one) =>
      one.includes("/organise/") &&
      one.endsWith("page") &&
      mayAtAll(addresses[one] as Assignment, "organiser"),
  )) {
    const response = await asker.get(fillIn(key, theirs), { maxRedirects: 0 });
    expect(response.status(), key).toBe(200);
  }
  await asker.dispose();
});

/** What has been done to such a trip already, or has nothing to do: heard, and without an effect. */
const withoutEffect = [
  "#openTrip",
  "#publishDraft",
  "#dropVehicle",
  "#joinSpeakers",
  "#keepDomain",
  "#dropDomain",
  // Its names are long frozen.
  "#acceptAsOrganiser",
  "#declineAsOrganiser",
  "#nameAsOrganiser",
  // No file is sent along; nobody has looked at its sheet; it is not locked.
  "#sendSheet",
  "#sendLogo",
  "#closeDay",
  "#reopen",
];

// Each in a trip of its own: some would stand in the way of others.
const ofOrganisers = Object.keys(actionSamples).filter(
  (one) => one.includes("/organise/") && mayAtAll(actions[one] as Assignment, "organiser"),
);
for (const name of ofOrganisers) {
  test(`${name.replace(/.*organise\//, "")} does from its organiser what it does from nobody else`, async () => {
    const theirs = await longAgo();
    const asker = await as(theirs.organiser);
    const before = await stateOf(theirs, theirs.organiser);
    const response = await call(asker, servedActions().get(name) ?? "", sampleOf(name, theirs));
    expect([200, 303]).toContain(response.status());
    if (!withoutEffect.some((end) => name.endsWith(end))) {
      expect(await stateOf(theirs, theirs.organiser)).not.toEqual(before);
    }
    await asker.dispose();
  });
}

test("a form of another site is not found, whoever sends it", async () => {
  const theirs = await longAgo();
  const asker = await as(theirs.organiser);
  const before = await stateOf(theirs, theirs.organiser);
  for (const [name, id] of servedActions()) {
    const response = await call(asker, id, sampleOf(name, theirs), "https://elsewhere.example");
    expect(response.status(), name).toBeGreaterThanOrEqual(400);
  }
  expect(await stateOf(theirs, theirs.organiser)).toEqual(before);
  await asker.dispose();
});

/** Somebody's trip with which the worker has done: its logistics are gone, its bulk work is finished. */
async function longAgo(): Promise<Theirs> {
  const theirs = await makeTheirs();
  await forgetLogistics(systemActor, new Date());
  await freeUnnamed(systemActor, new Date());
  const { organiser, slug, workId } = theirs;
  const finished = async () => (await bulkProgress(organiser, slug, workId))?.finished;
  await expect.poll(finished, { timeout: 60_000 }).toBe(true);
  return theirs;
}

/** A client that is signed in as this actor; the public has no session. */
async function as(actor: Actor): Promise<APIRequestContext> {
  const tokens = actor.kind === "person" ? await beginSessions([actor.userId]) : [];
  const cookies = tokens.map(cookieOf).join("; ");
  const baseURL = process.env.BASE_URL ?? "";
  return requests.newContext({
    baseURL,
    ...(cookies ? { extraHTTPHeaders: { cookie: cookies } } : {}),
  });
}

function sampleOf(name: string, theirs: Theirs): ActionSample {
  const make = actionSamples[name];
  if (!make) throw new Error(`Add a sample of ${name} to e2e/action-samples.ts`);
  return make(theirs);
}

/** Calls an action as the page's own script does: what is bound, the form's last state, the form. */
function call(
  asker: APIRequestContext,
  id: string,
  { page, bound, fields }: ActionSample,
  origin = process.env.BASE_URL ?? "",
) {
  const state = { attempt: 0, values: {}, title: "", errors: [] };
  // What the arguments refer to comes before them, or it is not there when they are read.
  const multipart = new FormData();
  for (const [name, value] of Object.entries(fields)) multipart.append(`_1_${name}`, value);
  multipart.append("0", JSON.stringify(["lv", ...bound, state, "$K1"]));
  const headers = { "next-action": id, origin };
  return asker.post(page, { headers, multipart, maxRedirects: 0 });
}

/**
 * All that the actions could change of somebody's things, and what the actor left in the audit. Whoever may
 * read lists of strangers is shown the page again after a refusal, and that reading is rightly recorded.
 */
async function stateOf(
  { tripId, organisationId, organiser }: Theirs,
  actor: Actor,
): Promise<unknown> {
  const actorId = actor.kind === "person" ? actor.userId : null;
  const mayRead = isAdmin(actor) || actorId === organiser.userId;
  const counted = mayRead ? sql`action !~ '[.](read|list)$'` : sql`true`;
  const { rows } = await database().execute(sql`select
    (select to_jsonb(t) from trip t where id = ${tripId}) as trip,
    (select to_jsonb(s) from trip_seat s where trip_id = ${tripId}) as seats,
    (select jsonb_agg(a order by a.id) from agenda_item a join trip_day d on d.id = trip_day_id where trip_id = ${tripId}) as items,
    (select jsonb_agg(r order by r.id) from registration r where trip_id = ${tripId}) as registrations,
    (select jsonb_agg(p order by p.id) from proposal p join registration r on r.id = registration_id where r.trip_id = ${tripId}) as proposals,
    (select count(*) from need_consent c join registration r on r.id = registration_id where r.trip_id = ${tripId}) as consents,
    (select jsonb_agg(q order by q.id) from question q where trip_id = ${tripId}) as questions,
    (select count(*) from answer a join question q on q.id = question_id where trip_id = ${tripId}) as answers,
    (select count(*) from signed_sheet s join trip_day d on d.id = trip_day_id where trip_id = ${tripId}) as sheets,
    (select count(*) from signature s join trip_day d on d.id = trip_day_id where trip_id = ${tripId}) as signatures,
    (select count(*) from walk_in w join trip_day d on d.id = trip_day_id where trip_id = ${tripId}) as walk_ins,
    (select count(*) from walk_in_removal w join trip_day d on d.id = trip_day_id where trip_id = ${tripId}) as removals,
    (select jsonb_agg(l order by l.id) from day_lock l join trip_day d on d.id = trip_day_id where trip_id = ${tripId}) as locks,
    (select count(*) from attendance m join registration r on r.id = registration_id where r.trip_id = ${tripId}) as marks,
    (select jsonb_agg(v order by v.id) from vehicle v where trip_id = ${tripId}) as vehicles,
    (select jsonb_agg(p order by p.id) from pickup p where trip_id = ${tripId}) as pickups,
    (select jsonb_agg(l order by l.id) from lodging l where trip_id = ${tripId}) as lodgings,
    (select jsonb_agg(r order by r.id) from room r join lodging l on l.id = lodging_id where trip_id = ${tripId}) as rooms,
    (select count(*) from bed b join lodging l on l.id = b.lodging_id where trip_id = ${tripId}) as beds,
    (select count(*) from bulk_work where trip_id = ${tripId}) as works,
    (select count(*) from itinerary_version where trip_id = ${tripId}) as versions,
    (select count(*) from trip where organisation_id = ${organisationId}) as trips,
    (select count(*) from speaker where organisation_id = ${organisationId}) as speakers,
    (select jsonb_agg(to_jsonb(l) - 'content' order by l.id) from project_logo l join project p on p.id = project_id where p.organisation_id = ${organisationId}) as logos,
    (select count(*) from audit_entry where trip_id = ${tripId} and ${counted}) as traces,
    (select count(*) from audit_entry where actor_id = ${actorId}::uuid and ${counted}) as deeds`);
  return rows[0];
}
