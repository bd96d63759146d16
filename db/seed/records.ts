import { readFileSync } from "node:fs";
import { and, eq } from "drizzle-orm";
import { database } from "#db/client.ts";
import { organisation, place, speaker } from "#db/schema/organisation.ts";
import { project } from "#db/schema/trip.ts";
import { systemActor } from "#domain/actor/queries.ts";
import type { PersonActor } from "#domain/actor/schema.ts";
import { addSpeaker, createHost, createPlace } from "#domain/host/commands.ts";
import { addLogo } from "#domain/logo/commands.ts";
import { addOrganisation, grantRole } from "#domain/organisation/commands.ts";
import { createProject } from "#domain/project/commands.ts";
import { demoPeople } from "./demo-people.ts";
import { done } from "./once.ts";
import { personAt } from "./people.ts";
import { openLeadership } from "./source.ts";
import { latvianQuotes, translated } from "./translations.ts";

const { project: facts, places, hosts } = openLeadership;

/** Towns from which people of Latgale set out, and those across the border; the others are in the source. */
const furtherPlaces = [
  { name: "Rēzekne", region: "Latgale", lat: 56.5099, lon: 27.3331 },
  { name: "Krāslava", region: "Latgale", lat: 55.8953, lon: 27.1681 },
  { name: "Preiļi", region: "Latgale", lat: 56.2942, lon: 26.7246 },
  { name: "Līvāni", region: "Latgale", lat: 56.3543, lon: 26.1753 },
  { name: "Šauļi", region: "Šiaulių apskritis", lat: 55.9333, lon: 23.3167 },
  { name: "Panevēža", region: "Panevėžio apskritis", lat: 55.7333, lon: 24.35 },
] as const;

const hostsInEnglish: Record<string, string> = {
  "Jelgavas tipogrāfija": "Jelgava Printing House",
  "Jelgavas kultūras pārvalde": "Jelgava Culture Department",
  "Jelgavas pašvaldības operatīvās informācijas centrs":
    "Jelgava Municipal Operational Information Centre",
  "Liepājas reģiona tūrisma informācijas birojs": "Liepāja Region Tourism Information Office",
  "Liepājas teātris": "Liepāja Theatre",
  "Liepājas “Jauniešu māja”": "Liepāja Youth House",
  "Liepājas domes Attīstības pārvalde": "Development Department of the Liepāja City Council",
  "Liepājas domes Sabiedrisko attiecību un mārketinga daļa":
    "Public Relations and Marketing Division of the Liepāja City Council",
  "Liepājas Karostas cietums": "Karosta Prison in Liepāja",
};

/** Invented for the demo: the names alone, as outlines. */
const logos = [
  {
    file: "latgale.svg",
    name: {
      lv: "Latgales plānošanas reģions",
      en: "Latgale Planning Region",
      lt: "Latgalos planavimo regionas",
    },
  },
  {
    file: "zemgale.svg",
    name: {
      lv: "Zemgales plānošanas reģions",
      en: "Zemgale Planning Region",
      lt: "Žiemgalos planavimo regionas",
    },
  },
];

export type Records = {
  organiser: PersonActor;
  organisationId: string;
  projectId: string;
  placeIds: Record<string, string>;
  hosts: Record<string, { id: string; speakerIds: string[] }>;
};

/** Organiser, project, places, hosts and speakers; those that are on record already are found. */
export async function loadRecords(now: Date): Promise<Records> {
  const organisationId = await regionNamed(openLeadership.organiser, "Latgale Planning Region");
  const [organiserMail, , leaderMail, adminMail] = demoPeople.map(({ email }) => email);
  const roles = [
    { email: organiserMail, role: "organiser", organisationId },
    { email: leaderMail, role: "crew", organisationId },
    { email: adminMail, role: "admin", organisationId: null },
  ] as const;
  for (const { email = "", ...role } of roles) {
    done(await grantRole(systemActor, { email, ...role }, now));
  }
  const organiser = await personAt(organiserMail ?? "");
  const projectId = await projectOf(organiser, organisationId, now);
  const placeIds: Records["placeIds"] = {};
  for (const one of [...places, ...furtherPlaces]) {
    placeIds[one.name] = await placeNamed(organiser, one, now);
  }
  const known: Records["hosts"] = {};
  for (const host of hosts) {
    const placeId = placeIds[host.place] ?? "";
    const id =
      host.kind === "planning_region"
        ? await regionNamed(host.name, "Zemgale Planning Region")
        : await hostNamed(organiser, host.name, placeId, now);
    known[host.name] = { id, speakerIds: await speakersOf(organiser, id, host.speakers, now) };
  }
  return { organiser, organisationId, projectId, placeIds, hosts: known };
}

async function regionNamed(name: string, nameEn: string): Promise<string> {
  const kind = "planning_region" as const;
  const [known] = await database()
    .select({ id: organisation.id })
    .from(organisation)
    .where(and(eq(organisation.kind, kind), eq(organisation.name, name)));
  return (
    known?.id ?? done(await addOrganisation(systemActor, { name, nameEn, kind })).organisationId
  );
}

async function projectOf(
  organiser: PersonActor,
  organisationId: string,
  now: Date,
): Promise<string> {
  const [known] = await database()
    .select({ id: project.id })
    .from(project)
    .where(eq(project.number, facts.number));
  if (known) return known.id;
  const made = await createProject(organiser, {
    organisationId,
    number: facts.number,
    shortName: facts.short_name,
    name: { lv: facts.name_lv },
    programme: {
      lv: facts.programme_lv,
      en: facts.programme_en,
      lt: "2014–2020 m. Interreg V-A Latvijos ir Lietuvos bendradarbiavimo per sieną programa",
    },
    period: "2014-2020",
    fundingStatement: { lv: facts.funding_line_lv, en: facts.funding_line_en },
    disclaimer: {
      lv: facts.disclaimer_lv,
      en: facts.disclaimer_en,
      lt: "Šis leidinys parengtas gavus Europos Sąjungos finansinę paramą. Už šio leidinio turinį atsako tik {organiser}, ir jokiomis aplinkybėmis negali būti laikoma, kad jis atspindi Europos Sąjungos poziciją.",
    },
  });
  const { projectId } = done(made);
  for (const { file, name } of logos) {
    const bytes = readFileSync(new URL(`../data/logos/${file}`, import.meta.url));
    done(await addLogo(organiser, { projectId, name, bytes }, now));
  }
  return projectId;
}

type SourcePlace = { name: string; region: string; lat: number; lon: number };

async function placeNamed(organiser: PersonActor, one: SourcePlace, now: Date): Promise<string> {
  const { name, region, lat: latitude, lon: longitude } = one;
  const [known] = await database().select({ id: place.id }).from(place).where(eq(place.name, name));
  if (known) return known.id;
  const wanted = { name, region, latitude, longitude } as Parameters<typeof createPlace>[1];
  return done(await createPlace(organiser, wanted, now)).placeId;
}

async function hostNamed(organiser: PersonActor, source: string, placeId: string, now: Date) {
  const name = latvianQuotes(source);
  const [known] = await database()
    .select({ id: organisation.id })
    .from(organisation)
    .where(and(eq(organisation.kind, "host"), eq(organisation.name, name)));
  if (known) return known.id;
  const nameEn = hostsInEnglish[source] ?? null;
  return done(await createHost(organiser, { name, nameEn, placeId }, now)).hostId;
}

async function speakersOf(
  organiser: PersonActor,
  hostId: string,
  named: readonly { name: string; role_lv: string }[],
  now: Date,
): Promise<string[]> {
  const ids = [];
  for (const { name, role_lv } of named) {
    const [givenName = "", ...rest] = name.split(" ");
    const familyName = rest.join(" ");
    const [known] = await database()
      .select({ id: speaker.id })
      .from(speaker)
      .where(and(eq(speaker.organisationId, hostId), eq(speaker.familyName, familyName)));
    const publicationBasis =
      "Vārds minēts preses relīzē par projekta LLI-59 pasākumiem 2018. gada jūnijā";
    const facts = { hostId, givenName, familyName, role: translated(role_lv), publicationBasis };
    ids.push(known?.id ?? done(await addSpeaker(organiser, facts, now)).speakerId);
  }
  return ids;
}
