import { type ItineraryPaper, itineraryPaper } from "#documents/itinerary-paper.ts";
import { type SignatureSheetPaper, signatureSheetPaper } from "#documents/signature-sheet-paper.ts";
import type { ItemFacts } from "#domain/itinerary/schema.ts";
import type { PaperPerson } from "#domain/paper/schema.ts";
import type { EuProject } from "#domain/project/rules.ts";
import { addDays, type IsoDate, momentInRiga } from "#lib/dates.ts";
import { textsIn } from "#lib/i18n/catalogue.ts";

// Papers as they are printed every day, in words that are others each time.

export const people = 200;
export const stops = 60;
/** Pages of A4 that so many stops take. */
export const pages = 5;

const days = 5;
const firstDay: IsoDate = "2026-06-08";
const given = { locale: "lv", t: textsIn("lv") } as const;
const organiser = { lv: "Latgales plānošanas reģions" };

const project = {
  number: "LLI-59",
  shortName: "Open Leadership",
  programme: { lv: "Interreg V-A Latvijas–Lietuvas programma 2014.–2020. gadam" },
  period: "2014-2020",
  fundingStatement: { lv: "Šo projektu līdzfinansē Eiropas Savienība." },
  disclaimer: { lv: "Par šīs lapas saturu pilnībā atbild {organiser}." },
  logos: [],
} satisfies EuProject;

const givenNames = ["Anna", "Žanis", "Ķersta", "Jānis", "Līga", "Artūrs", "Ģirts", "Ņina"];
const familyNames = ["Bērziņa", "Ūdris", "Šķēle", "Kalniņš", "Ozoliņa", "Čakste", "Žagars"];
const municipalities = ["Krāslavas novads", "Ludzas novads", "Preiļu novads", "Līvānu novads"];
const positions = [
  "projektu vadītāja",
  "teritorijas plānotājs",
  "izglītības pārvaldes vadītāja",
  "domes priekšsēdētāja vietniece",
  "jurists",
  "lietvedis",
];

const oneOf = (list: readonly string[], number: number) => list[number % list.length] as string;

/** A day's sheet of 200 people with a contact column and nobody else: one table of 6 columns. */
export function aSignatureSheet(number: number): SignatureSheetPaper {
  const trip = {
    tripId: "",
    slug: "lean",
    title: { lv: `LEAN pieredze Zemgalē, ${number}. brauciens` },
    dates: [firstDay],
    organiserId: "",
    organiser,
    project,
  };
  const hours = { from: momentInRiga(firstDay, "09:00"), to: momentInRiga(firstDay, "17:30") };
  const day = { date: firstDay, places: ["Jelgava", "Līvāni"], hours, only: null };
  const facts = { ...day, trip, people: signatories(number), speakers: [], organisers: [] };
  return signatureSheetPaper(facts, { ...given, withContact: true, blankRows: 0 });
}

function signatories(number: number): PaperPerson[] {
  return Array.from({ length: people }, (_, at) => {
    const mixed = at * 7 + number;
    return {
      registrationId: "",
      givenName: oneOf(givenNames, mixed),
      familyName: `${oneOf(familyNames, at + number)}-${oneOf(familyNames, mixed)}`,
      organisationId: "",
      organisation: oneOf(municipalities, mixed),
      institution: mixed % 3 ? null : "Attīstības pārvalde",
      position: oneOf(positions, mixed),
      phone: `+371 20 ${String(100_000 + mixed).slice(0, 3)} ${String(100 + (mixed % 900))}`,
      email: `dalibnieks${mixed}@example.lv`,
      isHead: false,
      badge: "",
      code: "",
      pickup: null,
    };
  });
}

/** Five days on five pages. */
export function anItinerary(number: number): ItineraryPaper {
  const facts = {
    number,
    note: "Pievienota darbnīca",
    publishedAt: momentInRiga("2026-06-04", "14:05").toISOString(),
    trip: {
      slug: "lean",
      title: { lv: `LEAN pieredze Zemgalē, ${number}. brauciens` },
      aim: { lv: "Iepazīt LEAN." },
    },
    organiser,
    project,
    timesIllustrative: false,
    route: [],
    days: Array.from({ length: days }, (_, day) => ({
      date: addDays(firstDay, day),
      places: [oneOf(["Jelgava", "Līvāni", "Dobele"], day + number)],
      items: Array.from({ length: stops / days }, (_, at) =>
        aStop(addDays(firstDay, day), at, day * 31 + number),
      ),
    })),
  };
  return itineraryPaper(facts, {
    ...given,
    address: "http://localhost:3000/trips/lean/itinerary",
    cancelled: false,
    printedAt: momentInRiga("2026-06-05", "09:00"),
  });
}

function aStop(date: IsoDate, at: number, number: number): ItemFacts {
  const clock = (minute: string) => `${String(8 + at).padStart(2, "0")}:${minute}`;
  return {
    kind: at % 3 === 0 ? "travel" : "visit",
    startsAt: momentInRiga(date, clock("00")).toISOString(),
    endsAt: momentInRiga(date, clock("45")).toISOString(),
    title: { lv: `Ķēžu darbnīca un tās ikdiena, ${at + number}. daļa` },
    note: at % 4 === 0 ? { lv: "Līdzi jāņem ērti apavi un dokuments ar fotogrāfiju." } : null,
    host: { lv: "Līvānu stikla un amatniecības centrs" },
    place: "Līvāni",
    speakers: [
      {
        name: `${oneOf(givenNames, at + number)} ${oneOf(familyNames, at * 3 + number)}`,
        role: { lv: oneOf(positions, at + number) },
      },
    ],
  };
}
