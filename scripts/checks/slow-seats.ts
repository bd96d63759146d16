// A second implementation of the rules of seats: slow, obvious, and written from the rules' words alone.
// It recounts everybody at every question. The real rules and the database are held against it.

export type SlowPerson = {
  id: string;
  organisation: string;
  /** Those of one delegation stand in line as one. */
  delegation: string | null;
  /** Whether the municipality has said yes; whom it sends itself, it has. */
  signed: boolean;
  /** Until when a seat is held without that yes; null where none is. */
  dueAt: number | null;
  /** Nobody said yes in time. */
  lapsed: boolean;
  state: "seated" | "waiting" | "gone";
};

export type SlowWorld = {
  now: number;
  capacity: number;
  order: "first-come" | "spread";
  releaseAt: number | null;
  promotionEndsAt: number;
  /** How long a seat is held for the municipality's yes; null: it need not say any. */
  holdFor: number | null;
  guaranteed: Record<string, number>;
  maximum: Record<string, number | null>;
  /** How few seats each delegation would take. */
  atLeast: Record<string, number>;
  /** In the order in which they came, or were sent to the end. */
  people: SlowPerson[];
};

/** Four seats for anybody, and nobody there. */
export const emptyWorld = (promotionEndsAt: number): SlowWorld => ({
  now: 0,
  capacity: 4,
  order: "first-come",
  releaseAt: null,
  promotionEndsAt,
  holdFor: null,
  guaranteed: {},
  maximum: {},
  atLeast: {},
  people: [],
});

export function seatedOf(world: SlowWorld, organisation?: string): number {
  let count = 0;
  for (const person of world.people) {
    if (person.state !== "seated") continue;
    if (organisation === undefined || person.organisation === organisation) count += 1;
  }
  return count;
}

export function keptForOthers(world: SlowWorld, organisation: string): number {
  if (world.releaseAt !== null && world.now >= world.releaseAt) return 0;
  let kept = 0;
  for (const [other, guaranteed] of Object.entries(world.guaranteed)) {
    if (other === organisation) continue;
    const unused = guaranteed - seatedOf(world, other);
    if (unused > 0) kept += unused;
  }
  return kept;
}

/** Whether so many seats at once are free for people of this organisation. */
export function fits(world: SlowWorld, organisation: string, seats = 1): boolean {
  const maximum = world.maximum[organisation] ?? null;
  if (maximum !== null && seatedOf(world, organisation) + seats > maximum) return false;
  return seatedOf(world) + keptForOthers(world, organisation) + seats <= world.capacity;
}

/** What stands in line: people alone, and those of a delegation who wait, at the place of their first. */
export function line(world: SlowWorld): SlowPerson[][] {
  const units: SlowPerson[][] = [];
  for (const person of world.people) {
    if (person.state !== "waiting") continue;
    const mates = units.find(
      ([first]) => person.delegation !== null && first?.delegation === person.delegation,
    );
    if (mates) mates.push(person);
    else units.push([person]);
  }
  if (world.order === "first-come") return units;
  const sorted: SlowPerson[][] = [];
  const most = world.people.length;
  for (let seats = 0; seats <= most; seats += 1) {
    for (const unit of units) {
      if (seatedOf(world, unit[0]?.organisation) === seats) sorted.push(unit);
    }
  }
  return sorted;
}

/** How many seats the unit has to get at once, or none. */
export function asked(world: SlowWorld, unit: readonly SlowPerson[]): number {
  const delegation = unit[0]?.delegation ?? null;
  if (delegation === null) return 1;
  let seated = 0;
  for (const person of world.people) {
    if (person.delegation === delegation && person.state === "seated") seated += 1;
  }
  const stillNeeded = (world.atLeast[delegation] ?? 1) - seated;
  return Math.min(unit.length, Math.max(1, stillNeeded));
}

/** Whether the unit can have what it asks for. A yes that did not come in time bars it while one is asked for. */
export function canBeSeated(world: SlowWorld, unit: readonly SlowPerson[]): boolean {
  const [first] = unit;
  if (!first || (first.lapsed && !first.signed && world.holdFor !== null)) return false;
  return fits(world, first.organisation, asked(world, unit));
}

function seat(world: SlowWorld, person: SlowPerson): void {
  person.state = "seated";
  if (!person.signed && world.holdFor !== null) person.dueAt = world.now + world.holdFor;
}

/** Seats whoever fits, from the head, one unit after the other. */
export function walk(world: SlowWorld): void {
  if (world.now >= world.promotionEndsAt) return;
  for (;;) {
    const next = line(world).find((unit) => canBeSeated(world, unit));
    if (!next) return;
    for (const person of next.slice(0, asked(world, next))) seat(world, person);
  }
}

export type Arrival = {
  ids: string[];
  organisation: string;
  delegation?: string;
  atLeast?: number;
};

/** Somebody comes, or a delegation: one that cannot have at least so many seats waits as a whole. */
export function arrive(world: SlowWorld, arrival: Arrival): void {
  const { ids, organisation, delegation = null, atLeast = 1 } = arrival;
  const somebodyFits = line(world).some((unit) => canBeSeated(world, unit));
  const enough = fits(world, organisation, atLeast);
  if (delegation) world.atLeast[delegation] = atLeast;
  const signed = delegation !== null;
  for (const id of ids) {
    const person: SlowPerson = {
      id,
      organisation,
      delegation,
      signed,
      dueAt: null,
      lapsed: false,
      state: "waiting",
    };
    const seated = enough && !somebodyFits && fits(world, organisation);
    world.people.push(person);
    if (seated) seat(world, person);
  }
}

/** The municipality says yes. */
export function sign(world: SlowWorld, person: SlowPerson): void {
  person.signed = true;
  person.dueAt = null;
  walk(world);
}

/** Holds that ran out go to the end of the line, the earliest first. */
export function lapse(world: SlowWorld): void {
  const late = world.people.filter(
    ({ state, dueAt }) => state === "seated" && dueAt !== null && dueAt <= world.now,
  );
  late.sort((a, b) => (a.dueAt ?? 0) - (b.dueAt ?? 0));
  for (const person of late) {
    world.people.splice(world.people.indexOf(person), 1);
    world.people.push(person);
    Object.assign(person, { state: "waiting", lapsed: true, dueAt: null });
  }
  walk(world);
}

/** No yes is asked for any longer: whoever has a seat keeps it. */
export function askNoSignOff(world: SlowWorld): void {
  for (const person of world.people) person.dueAt = null;
}

/** Whether these numbers leave everybody seated where they are. */
export function possible(world: SlowWorld): boolean {
  let guaranteed = 0;
  for (const seats of Object.values(world.guaranteed)) guaranteed += seats;
  const kept = keptForOthers(world, "nobody");
  return guaranteed <= world.capacity && seatedOf(world) + kept <= world.capacity;
}
