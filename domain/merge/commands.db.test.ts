import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { database } from "#db/client.ts";
import { agendaItem, agendaItemSpeaker } from "#db/schema/itinerary.ts";
import { organisation, organisationFormerName, speaker } from "#db/schema/organisation.ts";
import { quota } from "#db/schema/trip.ts";
import { publicActor } from "#domain/actor/queries.ts";
import { addItem } from "#domain/agenda/commands.ts";
import { verify } from "#domain/invariant/queries.ts";
import { addDomain, removeDomain } from "#domain/mail-domain/commands.ts";
import { changeRecord, forgetFormerName, removeRecord } from "#domain/record/commands.ts";
import { recordFacts, records } from "#domain/record/queries.ts";
import { register } from "#domain/registration/commands.ts";
import { changeSpeaker, removeSpeaker } from "#domain/speaker/commands.ts";
import { anOrganisation, aPerson } from "#scripts/checks/factories.ts";
import { anOpenTrip } from "#scripts/checks/open-trip.ts";
import { makeStrangers } from "#scripts/checks/strangers.ts";
import { followingColumns, joinedColumns, mergeRecords, mergeSpeakers } from "./commands.ts";

const now = new Date();

async function aSpeaker(organisationId: string, familyName: string): Promise<string> {
  const [made] = await database()
    .insert(speaker)
    .values({ organisationId, givenName: "Anna", familyName, role: { lv: "vadītāja" } })
    .returning({ id: speaker.id });
  return (made as { id: string }).id;
}

test("a merge follows every column that points at an organisation", async () => {
  const { rows } = await database().execute<{ child: string; attribute: string }>(sql`
    select conrelid::regclass::text as child, attname as attribute
    from pg_constraint join pg_attribute on attrelid = conrelid and attnum = conkey[1]
    where contype = 'f' and confrelid = 'organisation'::regclass and conrelid <> 'organisation'::regclass`);
  const pointing = rows.map(({ child, attribute }) => `${child.replaceAll('"', "")}.${attribute}`);
  const handled = [...followingColumns, ...joinedColumns].map(
    ([table, column]) => `${table}.${column}`,
  );
  expect(pointing.sort()).toEqual(handled.sort());
});

test("two hosts that are one: items, speakers, people and seats are all there afterwards, once", async () => {
  const trip = await anOpenTrip({ capacity: 10 });
  const [from, into] = [await anOrganisation("other"), await anOrganisation("other")];
  for (const organisationId of [from, into, from]) {
    const answers = {
      givenName: "Anna",
      familyName: "Zīle",
      phone: "20123456",
      organisation: organisationId,
    };
    const rest = {
      institution: "",
      position: "juriste",
      tripSlug: trip.slug,
      locale: "lv" as const,
    };
    expect(await register(await aPerson(), { ...answers, ...rest }, now)).toMatchObject({
      ok: true,
    });
  }
  const speakerId = await aSpeaker(from, "Ozola");
  const item = {
    kind: "visit" as const,
    starts: "10:00",
    ends: "11:00",
    title: { lv: "Vizīte" },
    note: null,
  };
  const rest = {
    tripId: trip.tripId,
    date: trip.date,
    hostId: from,
    placeId: null,
    speakerIds: [speakerId],
  };
  expect(await addItem(trip.organiser, { ...item, ...rest }, now)).toMatchObject({ ok: true });

  expect(await mergeRecords(trip.organiser, { from, into: from }, now)).toMatchObject({
    reason: "sameRecord",
  });
  expect(await mergeRecords(trip.organiser, { from, into }, now)).toEqual({ ok: true });
  const db = database();
  expect(await db.$count(organisation, eq(organisation.id, from))).toBe(0);
  expect(await db.$count(agendaItem, eq(agendaItem.hostId, into))).toBe(1);
  expect(await db.$count(speaker, eq(speaker.organisationId, into))).toBe(1);
  const seats = await db
    .select({ taken: quota.taken })
    .from(quota)
    .where(eq(quota.organisationId, into));
  expect(seats).toEqual([{ taken: 3 }]);
  const { broken } = await verify();
  expect(broken.filter(({ tripSlug }) => tripSlug === trip.slug)).toEqual([]);
});

test("two records of a speaker are one, also on an item that named both", async () => {
  const trip = await anOpenTrip();
  const host = await anOrganisation("host");
  const [from, into] = [await aSpeaker(host, "Ozola"), await aSpeaker(host, "Ozola")];
  const item = {
    kind: "visit" as const,
    starts: "10:00",
    ends: "11:00",
    title: { lv: "Vizīte" },
    note: null,
  };
  const rest = {
    tripId: trip.tripId,
    date: trip.date,
    hostId: host,
    placeId: null,
    speakerIds: [from, into],
  };
  await addItem(trip.organiser, { ...item, ...rest }, now);
  expect(await removeSpeaker(trip.organiser, { speakerId: from }, now)).toEqual({
    ok: false,
    reason: "speakerInUse",
    detail: {
      items: 1,
      which: expect.stringMatching(/^Vizīte \(.+, \d\d\.\d\d\.\d{4}\.\)$/),
      more: 0,
    },
  });
  expect(await mergeSpeakers(trip.organiser, { from, into }, now)).toEqual({ ok: true });
  const named = await database()
    .select({ id: agendaItemSpeaker.speakerId })
    .from(agendaItemSpeaker)
    .where(eq(agendaItemSpeaker.speakerId, into));
  expect(named).toHaveLength(1);
  const other = await anOrganisation("other");
  const facts = {
    organisationId: other,
    givenName: "Anna",
    familyName: "Ozoliņa",
    publicationBasis: null,
  };
  const role = { lv: "direktore" };
  expect(
    await changeSpeaker(trip.organiser, { speakerId: into, ...facts, role }, now),
  ).toMatchObject({ ok: true });
  expect(
    await changeSpeaker(trip.organiser, { speakerId: into, ...facts, familyName: " ", role }, now),
  ).toMatchObject({
    detail: { familyName: "familyNameMissing" },
  });
});

test("a record keeps its old name for trips of then; what is in use is not removed", async () => {
  const trip = await anOpenTrip();
  const host = await anOrganisation("host");
  const [before] = await database()
    .select({ name: organisation.name })
    .from(organisation)
    .where(eq(organisation.id, host));
  const change = { organisationId: host, nameEn: null, placeId: null, groupLimit: 20 };
  const renamed = { ...change, name: `Jauns ${host}`, calledUntil: "2020-01-01" };
  expect(await changeRecord(trip.organiser, renamed, now)).toMatchObject({ ok: true });
  const name = async (day: string) => {
    const { rows } = await database().execute<{ name: string }>(
      sql`select organisation_name_on(${host}, ${day}) as name`,
    );
    return rows[0]?.name;
  };
  expect([await name("2018-06-12"), await name("2026-06-12")]).toEqual([
    before?.name,
    renamed.name,
  ]);
  expect(await recordFacts(trip.organiser, host)).toMatchObject({
    groupLimit: 20,
    formerNames: [{ name: before?.name, validTo: "2020-01-01" }],
  });
  expect(
    await changeRecord(trip.organiser, { ...renamed, name: " ", groupLimit: 0 }, now),
  ).toMatchObject({
    detail: { name: "hostNameMissing", groupLimit: "groupLimitWrong" },
  });
  await forgetFormerName(trip.organiser, { organisationId: host, validTo: "2020-01-01" }, now);
  expect(await name("2018-06-12")).toBe(renamed.name);
  const speakerId = await aSpeaker(host, "Egle");
  expect(await removeRecord(trip.organiser, { organisationId: host }, now)).toEqual({
    ok: false,
    reason: "recordInUse",
    detail: { items: 0, which: "", more: 0, speakers: 1, people: 0 },
  });
  await removeSpeaker(trip.organiser, { speakerId }, now);
  const found = await records(trip.organiser, { search: `JAUNS ${host}` });
  expect(found).toMatchObject({ found: 1, records: [{ id: host, speakers: [] }] });
  expect(await removeRecord(trip.organiser, { organisationId: host }, now)).toEqual({ ok: true });
  expect(
    await database().$count(
      organisationFormerName,
      eq(organisationFormerName.organisationId, host),
    ),
  ).toBe(0);
  const municipality = await anOrganisation("municipality");
  expect(await removeRecord(trip.organiser, { organisationId: municipality }, now)).toEqual({
    ok: false,
    reason: "notFound",
  });
  expect(await records(publicActor, {})).toBeNull();
});

test("the register begins with hosts, and is searched by name, place and speaker without diacritics", async () => {
  const { organiser } = await anOpenTrip();
  const host = await anOrganisation("host");
  const municipality = await anOrganisation("municipality");
  await database()
    .update(organisation)
    .set({ name: "Šķūņu teātris" })
    .where(eq(organisation.id, host));
  await aSpeaker(host, "Bērziņa");
  const found = async (search: string) =>
    (await records(organiser, { search }))?.records.map(({ id }) => id);
  for (const search of ["skunu", "TEATRIS skunu", "berzina anna"]) {
    expect(await found(search)).toEqual([host]);
  }
  const all = (await found("")) ?? [];
  expect(all).toContain(host);
  expect(all).not.toContain(municipality);
  const [named] = await database()
    .select({ name: organisation.name })
    .from(organisation)
    .where(eq(organisation.id, municipality));
  expect(await found(named?.name ?? "")).toContain(municipality);
});

test("a domain belongs to one organisation, is nobody's mail provider, and administrators alone set it", async () => {
  const { admin, organiser } = await makeStrangers();
  const [one, other] = [await anOrganisation("municipality"), await anOrganisation("municipality")];
  const domain = `d${one.slice(0, 8)}.lv`;
  const add = (organisationId: string, typed: string, actor = admin) =>
    addDomain(actor, { organisationId, domain: typed }, now);
  expect(await add(one, domain, organiser)).toEqual({ ok: false, reason: "notFound" });
  expect(await add(one, `Anna@${domain.toUpperCase()}`)).toEqual({ ok: true, domain });
  expect(await add(other, domain)).toMatchObject({ ok: false, reason: "domainTaken" });
  expect(await add(other, "gmail.com")).toMatchObject({ detail: { domain: "domainPublic" } });
  expect(await add(other, "nav domēns")).toMatchObject({ detail: { domain: "domainWrong" } });
  expect(await removeDomain(admin, { organisationId: one, domain }, now)).toEqual({ ok: true });
  expect(await removeDomain(admin, { organisationId: one, domain }, now)).toEqual({
    ok: false,
    reason: "notFound",
  });
});
