import { readFileSync } from "node:fs";
import { systemActor } from "#domain/actor/queries.ts";
import { importMunicipalities } from "#domain/municipality/commands.ts";
import type { MunicipalityRecord } from "#domain/municipality/schema.ts";

/** The day before the reform of 1 July 2021, which ended the municipalities of 2009. */
const lastDayBefore2021 = "2021-06-30";

/** What became of a municipality that has no single successor, where the register says it in English. */
const notes: Record<string, MunicipalityRecord["note"]> = {
  "Aglonas novads": {
    lv: "2021. gadā sadalīts: Aglonas pagasts iekļauts Preiļu novadā, pārējie pagasti – Krāslavas novadā.",
    en: "Divided in 2021: the parish of Aglona joined Preiļi Municipality, the others Krāslava Municipality.",
    lt: "2021 m. padalytas: Aglonos valsčius prijungtas prie Preilių, kiti – prie Kraslavos savivaldybės.",
  },
};

type Line = Record<string, string>;

/** The municipalities of the register, each with an address in `.example` at which its people are found. */
export function registerOfMunicipalities(): MunicipalityRecord[] {
  const lines = readRegister();
  const successors = new Set(lines.flatMap(({ successor }) => names(successor)));
  return lines.map((line) => {
    const { country, name, type = "", region, institution, name_en, active, certainty } = line;
    const today = active === "yes";
    const began = type.startsWith("novads (2009") ? "2009-07-01" : null;
    return {
      country: country as "LV" | "LT",
      name: name as string,
      type,
      // A code that nobody has confirmed is none.
      code: certainty === "checked" ? line.code || null : null,
      nameEn: name_en || null,
      region: region as string,
      institution: institution as string,
      validFrom: today ? (successors.has(name as string) ? "2021-07-01" : null) : began,
      validTo: today ? null : lastDayBefore2021,
      note: notes[name as string] ?? null,
      successors: names(line.successor),
      domains: today ? [domainOf(name as string)] : [],
    };
  });
}

/** As they were in 2018: those that ended later, before anybody knew. */
export async function loadMunicipalitiesOf2018(): Promise<void> {
  const former = registerOfMunicipalities().filter(({ validTo }) => validTo !== null);
  await importMunicipalities(
    systemActor,
    former.map((one) => ({ ...one, validTo: null, note: null, successors: [] })),
  );
}

/** As they are today, with what became of the earlier ones. */
export async function loadMunicipalities(): Promise<void> {
  await importMunicipalities(systemActor, registerOfMunicipalities());
}

/** For an installation without demo data: the same, with no address at which anybody would be found. */
export async function loadRegister(): Promise<void> {
  await importMunicipalities(
    systemActor,
    registerOfMunicipalities().map((one) => ({ ...one, domains: [] })),
  );
}

/** `Krāslavas novads` → `kraslavas-novads.example`, a domain that can never be anybody's. */
export function domainOf(name: string): string {
  const plain = name.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  return `${plain.replace(/[^a-z0-9]+/g, "-")}.example`;
}

function readRegister(): Line[] {
  const file = readFileSync(new URL("../data/municipalities.tsv", import.meta.url), "utf8");
  const [head = "", ...rows] = file.trim().split("\n");
  const columns = head.split("\t");
  return rows.map((row) => {
    const cells = row.split("\t");
    return Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? ""]));
  });
}

const names = (list = "") => list.split(";").flatMap((name) => name.trim() || []);
