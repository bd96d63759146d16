// A second implementation of the rules of seats: slow, obvious, and written from the rules' words alone.
// It recounts everybody at every question. The real rules and the database are held against it.

export type SlowPerson = {
  id: string;
  organisation: string;
  state: "seated" | "waiting" | "gone";
};

export type SlowWorld = {
  now: number;
  capacity: number;
  order: "first-come" | "spread";
  releaseAt: number | null;
  promotionEndsAt: number;
  guaranteed: Record<string, number>;
  maximum: Record<string, number | null>;
  /** In the order in which they came. */
  people: SlowPerson[];
};

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

export function fits(world: SlowWorld, organisation: string): boolean {
  const maximum = world.maximum[organisation] ?? null;
  if (maximum !== null && seatedOf(world, organisation) >= maximum) return false;
  return seatedOf(world) + keptForOthers(world, organisation) < world.capacity;
}

export function line(world: SlowWorld): SlowPerson[] {
  const waiting = world.people.filter(({ state }) => state === "waiting");
  if (world.order === "first-come") return waiting;
  const sorted: SlowPerson[] = [];
  const most = world.people.length;
  for (let seats = 0; seats <= most; seats += 1) {
    for (const person of waiting) {
      if (seatedOf(world, person.organisation) === seats) sorted.push(person);
    }
  }
  return sorted;
}

/** Seats whoever fits, from the head, one after the other. */
export function walk(world: SlowWorld): void {
  if (world.now >= world.promotionEndsAt) return;
  for (;;) {
    const next = line(world).find((person) => fits(world, person.organisation));
    if (!next) return;
    next.state = "seated";
  }
}

export function arrive(world: SlowWorld, id: string, organisation: string): void {
  const somebodyFits = line(world).some((person) => fits(world, person.organisation));
  const seated = fits(world, organisation) && !somebodyFits;
  world.people.push({ id, organisation, state: seated ? "seated" : "waiting" });
}

/** Whether these numbers leave everybody seated where they are. */
export function possible(world: SlowWorld): boolean {
  let guaranteed = 0;
  for (const seats of Object.values(world.guaranteed)) guaranteed += seats;
  const kept = keptForOthers(world, "nobody");
  return guaranteed <= world.capacity && seatedOf(world) + kept <= world.capacity;
}
