import type { LocalizedText } from "#db/schema/columns.ts";
import type { Topic } from "#domain/trip/schema.ts";
import type { Records } from "./records.ts";
import { atHost, type Item, plainItem } from "./trip.ts";

export type ComingTrip = {
  slug: string;
  title: LocalizedText;
  aim: LocalizedText;
  costs: LocalizedText;
  topics: Topic[];
  /** At least so many days from now, on a Tuesday. */
  inDays: number;
  days: number;
  place: string;
  pickups: string[];
  seats: {
    capacity: number;
    guaranteed: number;
    maximum: number | null;
    order: "first-come" | "spread";
  };
  people: number;
  /** From which of the municipalities, by number, in turn. */
  from: number[];
  /** Of the published version; null: only a draft. */
  note: string | null;
  items: (dates: string[], records: Records) => Item[];
};

const text = (lv: string, en: string, lt: string): LocalizedText => ({ lv, en, lt });

const words = {
  away: text("Izbraukšana", "Departure", "Išvykimas"),
  home: text("Mājupceļš", "The way home", "Kelionė namo"),
  lunch: text("Pusdienas", "Lunch", "Pietūs"),
  night: text("Nakšņošana viesnīcā", "Night at the hotel", "Nakvynė viešbutyje"),
};

const costs = text(
  "Transportu un naktsmītni sedz rīkotājs, ēdināšanu – pašvaldība.",
  "The organiser pays for transport and the night, the municipality for meals.",
  "Transportą ir nakvynę apmoka organizatorius, maitinimą – savivaldybė.",
);

/** A free host's visit: what it is about, at which time. */
const visit = (
  { hosts, placeIds }: Records,
  date: string,
  time: readonly [string, string],
  host: string,
  place: string,
  title: LocalizedText,
): Item =>
  atHost(date, time, title, { id: hosts[host]?.id ?? "", speakerIds: [] }, placeIds[place] ?? null);

export const comingTrips: ComingTrip[] = [
  {
    slug: "vieda-pilseta-jelgava",
    title: text(
      "Viedā pilsēta un pakalpojumi iedzīvotājiem Jelgavā",
      "The smart city and services for residents in Jelgava",
      "Išmanusis miestas ir paslaugos gyventojams Jelgavoje",
    ),
    aim: text(
      "Iepazīt, kā Jelgavas pašvaldība izmanto datus un tehnoloģijas pilsētas pārvaldībā, un pārrunāt, ko no tā var ieviest savā novadā.",
      "To see how Jelgava uses data and technology to run the city, and to discuss what of it could work at home.",
      "Susipažinti, kaip Jelgavos savivaldybė naudoja duomenis ir technologijas miestui valdyti, ir aptarti, ką galima pritaikyti savo savivaldybėje.",
    ),
    costs,
    topics: ["digital", "management"],
    inDays: 45,
    days: 2,
    place: "Jelgava",
    pickups: ["Rēzekne", "Preiļi", "Līvāni"],
    seats: { capacity: 33, guaranteed: 0, maximum: null, order: "first-come" },
    people: 19,
    from: [0, 1, 2, 3, 4, 5, 6, 7],
    note: "Pirmā versija",
    items: ([first = "", second = ""], records) => [
      plainItem(first, ["07:00", "10:30"], "travel", words.away, records.placeIds.Rēzekne),
      visit(
        records,
        first,
        ["11:00", "12:30"],
        "Jelgavas pašvaldības operatīvās informācijas centrs",
        "Jelgava",
        text(
          "Kā strādā operatīvās informācijas centrs",
          "How the operational information centre works",
          "Kaip veikia operatyvinės informacijos centras",
        ),
      ),
      plainItem(first, ["12:30", "13:30"], "meal", words.lunch, records.placeIds.Jelgava),
      visit(
        records,
        first,
        ["14:00", "16:00"],
        "Zemgales plānošanas reģions",
        "Jelgava",
        text(
          "Reģiona atbalsts pašvaldībām",
          "How the region supports municipalities",
          "Regiono parama savivaldybėms",
        ),
      ),
      plainItem(first, ["18:00", "08:30"], "lodging", words.night, records.placeIds.Jelgava),
      visit(
        records,
        second,
        ["09:00", "11:00"],
        "Jelgavas kultūras pārvalde",
        "Jelgava",
        text(
          "Pilsētas pasākumu plānošana",
          "Planning the events of a city",
          "Miesto renginių planavimas",
        ),
      ),
      plainItem(second, ["12:00", "15:30"], "travel", words.home, records.placeIds.Jelgava),
    ],
  },
  {
    slug: "jauniesi-un-kultura-liepaja",
    title: text(
      "Jauniešu iniciatīvas un kultūras pārvaldība Liepājā",
      "Youth initiatives and managing culture in Liepāja",
      "Jaunimo iniciatyvos ir kultūros valdymas Liepojoje",
    ),
    aim: text(
      "Uzzināt, kā Liepāja palīdz jauniešiem īstenot savas ieceres un kā pilsētas kultūras iestādes sadarbojas.",
      "To learn how Liepāja helps young people carry out their ideas and how its cultural institutions work together.",
      "Sužinoti, kaip Liepoja padeda jaunimui įgyvendinti savo sumanymus ir kaip bendradarbiauja miesto kultūros įstaigos.",
    ),
    costs,
    topics: ["youth", "culture", "tourism"],
    inDays: 59,
    days: 2,
    place: "Liepāja",
    pickups: ["Krāslava", "Daugavpils", "Līvāni"],
    seats: { capacity: 24, guaranteed: 2, maximum: 4, order: "spread" },
    people: 15,
    from: [0, 2, 4, 6, 7],
    note: "Pirmā versija",
    items: ([first = "", second = ""], records) => [
      plainItem(first, ["06:00", "11:30"], "travel", words.away, records.placeIds.Krāslava),
      plainItem(first, ["12:00", "13:00"], "meal", words.lunch, records.placeIds.Liepāja),
      visit(
        records,
        first,
        ["13:30", "15:30"],
        "Liepājas “Jauniešu māja”",
        "Liepāja",
        text(
          "Atbalsts jauniešu iecerēm",
          "Support for young people’s ideas",
          "Parama jaunimo sumanymams",
        ),
      ),
      visit(
        records,
        first,
        ["16:00", "17:30"],
        "Liepājas teātris",
        "Liepāja",
        text("Teātra aizkulises", "Behind the scenes of the theatre", "Teatro užkulisiai"),
      ),
      plainItem(first, ["19:00", "08:30"], "lodging", words.night, records.placeIds.Liepāja),
      visit(
        records,
        second,
        ["09:30", "11:00"],
        "Liepājas Karostas cietums",
        "Liepāja",
        text(
          "Kā biedrība piesaista viesus",
          "How an association attracts visitors",
          "Kaip asociacija pritraukia lankytojų",
        ),
      ),
      plainItem(second, ["12:00", "17:30"], "travel", words.home, records.placeIds.Liepāja),
    ],
  },
  {
    slug: "mobilitate-saulos",
    title: text(
      "Videi draudzīgs sabiedriskais transports Šauļos",
      "Green public transport in Šiauliai",
      "Aplinkai nekenksmingas viešasis transportas Šiauliuose",
    ),
    aim: text(
      "Iepazīt kaimiņu pilsētas pieredzi sabiedriskā transporta plānošanā un kopīgu pārrobežu maršrutu izveidē.",
      "To learn from a neighbouring city how it plans public transport, and to prepare routes across the border.",
      "Susipažinti su kaimyninio miesto patirtimi planuojant viešąjį transportą ir kuriant bendrus maršrutus per sieną.",
    ),
    costs,
    topics: ["mobility", "planning"],
    inDays: 38,
    days: 1,
    place: "Šauļi",
    pickups: ["Daugavpils"],
    seats: { capacity: 16, guaranteed: 0, maximum: 4, order: "first-come" },
    people: 21,
    from: [0, 1, 2, 3, 4, 6],
    note: null,
    items: ([day = ""], records) => [
      plainItem(day, ["06:30", "10:30"], "travel", words.away, records.placeIds.Daugavpils),
      plainItem(
        day,
        ["11:00", "13:00"],
        "visit",
        text(
          "Tikšanās Šauļu pilsētas pašvaldībā",
          "Meeting at the Šiauliai City Municipality",
          "Susitikimas Šiaulių miesto savivaldybėje",
        ),
        records.placeIds.Šauļi,
      ),
      plainItem(day, ["13:00", "14:00"], "meal", words.lunch, records.placeIds.Šauļi),
      plainItem(day, ["15:00", "19:00"], "travel", words.home, records.placeIds.Šauļi),
    ],
  },
];
