import { openLeadership } from "#db/seed/source.ts";
import { latvianQuotes } from "#db/seed/translations.ts";
import { dateInRiga } from "#lib/dates.ts";

// The trip of June 2018 with the facts of the source: 12 and 13 June in Jelgava, 19 and 20 June in Liepāja.
// Clock times are not in the source, as in the demo data; the year is one that is still to come.

const year = Number(dateInRiga(new Date()).slice(0, 4)) + 1;

export const days = ["06-12", "06-13", "06-19", "06-20"].map((date) => `${year}-${date}`);
export const deadline = `${year}-06-05T17:00`;

export type Planned = {
  day: number;
  kind: "visit" | "travel" | "meal" | "lodging";
  starts: string;
  ends: string;
  title: string;
  place: string;
  host: string | null;
  speakers: { name: string; role: string }[];
};

const regions: Record<string, string> = Object.fromEntries(
  openLeadership.places.map(({ name, region }) => [name, `${name} (${region})`]),
);

/** How lists of the organiser call a place. */
export const placeLabel = (name: string) => regions[name] ?? name;

const hosts = (place: string) => openLeadership.hosts.filter((host) => host.place === place);
const [jelgava, liepaja] = [hosts("Jelgava"), hosts("Liepāja")];

const surnames = new Intl.Collator("lv");
const surname = ({ name }: { name: string }) => name.slice(name.indexOf(" ") + 1);

/** Everything that the trip does, day by day and in order. */
export const plan: Planned[] = [
  plain(0, "travel", "06:30", "10:15", "Ceļā uz Jelgavu", "Daugavpils"),
  visit(0, "10:30", "11:30", jelgava[0]),
  visit(0, "11:45", "12:45", jelgava[1]),
  plain(0, "meal", "12:45", "13:45", "Pusdienas", "Jelgava"),
  plain(0, "lodging", "19:30", "08:30", "Nakts Jelgavā", "Jelgava"),
  visit(1, "09:00", "10:00", jelgava[2]),
  visit(1, "10:15", "11:30", jelgava[3]),
  plain(1, "travel", "12:00", "15:45", "Mājupceļš no Jelgavas", "Jelgava"),
  plain(2, "travel", "06:15", "12:15", "Ceļā uz Liepāju", "Daugavpils"),
  visit(2, "12:30", "13:20", liepaja[0]),
  visit(2, "13:30", "14:20", liepaja[1]),
  visit(2, "14:30", "15:20", liepaja[2]),
  plain(2, "lodging", "19:30", "08:30", "Nakts Liepājā", "Liepāja"),
  visit(3, "09:00", "09:50", liepaja[3]),
  visit(3, "10:00", "10:50", liepaja[4]),
  visit(3, "11:00", "11:50", liepaja[5]),
  plain(3, "travel", "13:00", "19:00", "Mājupceļš no Liepājas", "Liepāja"),
];

export const planOf = (day: number) => plan.filter((item) => item.day === day);

/** A day of the published page, stop by stop: when, where or what, the topic and who speaks of it. */
export const published = (day: number): string[] =>
  planOf(day).map(({ starts, ends, title, host, speakers }) => {
    const named = speakers.map(({ name, role }) => `${name}, ${role}`).join("; ");
    const about = named ? `${title}. ${named}` : title;
    const when = [starts, ends].map((time) => time.replace(":", ".").replace(/^0/, "")).join("–");
    return `${when} ${host ? `${host}: ${about}` : title}`;
  });

function visit(
  day: number,
  starts: string,
  ends: string,
  host: (typeof jelgava)[number] | undefined,
): Planned {
  if (!host) throw new Error("The source has fewer hosts than the plan");
  const { name, place, topic_lv, speakers } = host;
  return {
    ...plain(day, "visit", starts, ends, latvianQuotes(topic_lv), place),
    host: latvianQuotes(name),
    // As the programme names them: by surname in Latvian order.
    speakers: speakers
      .map(({ name: called, role_lv }) => ({ name: called, role: latvianQuotes(role_lv) }))
      .sort((one, other) => surnames.compare(surname(one), surname(other))),
  };
}

function plain(
  day: number,
  kind: Planned["kind"],
  starts: string,
  ends: string,
  title: string,
  place: string,
): Planned {
  return { day, kind, starts, ends, title, place, host: null, speakers: [] };
}
