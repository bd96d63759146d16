import { randomUUID } from "node:crypto";
import { database } from "#db/client.ts";
import { organisation, place } from "#db/schema/organisation.ts";
import { membership, user } from "#db/schema/person.ts";
import { registration } from "#db/schema/registration.ts";
import { actorOf, publicActor } from "#domain/actor/queries.ts";
import type { Actor, PersonActor, Role } from "#domain/actor/schema.ts";
import { createTrip } from "#domain/trip/commands.ts";
import type { NewTrip } from "#domain/trip/schema.ts";
import { momentInRiga } from "#lib/dates.ts";

// What tests stand on. Each call makes something new; what a command can make is made by the command.

export async function anOrganisation(
  kind: "municipality" | "planning_region" | "host" | "other" = "planning_region",
): Promise<string> {
  const name = `Organisation ${randomUUID()}`;
  const [made] = await database()
    .insert(organisation)
    .values({ kind, name, country: "LV" })
    .returning({ id: organisation.id });
  return (made as { id: string }).id;
}

export async function aPlace(): Promise<string> {
  const [made] = await database()
    .insert(place)
    .values({
      name: `Place ${randomUUID()}`,
      region: "Zemgale",
      country: "LV",
      latitude: 56.65,
      longitude: 23.72,
    })
    .returning({ id: place.id });
  return (made as { id: string }).id;
}

/** A person with these roles, as the actor of a command. */
export async function aPerson(
  ...roles: { role: Exclude<Role, "admin">; organisationId: string }[]
): Promise<PersonActor> {
  const [made] = await database()
    .insert(user)
    .values({ email: `${randomUUID()}@example.lv` })
    .returning({ id: user.id });
  const userId = (made as { id: string }).id;
  if (roles.length) {
    await database()
      .insert(membership)
      .values(roles.map((one) => ({ ...one, userId })));
  }
  return (await actorOf(userId)) as PersonActor;
}

/** Everybody who is no organiser of this organisation. */
export async function strangersTo(organisationId: string): Promise<Actor[]> {
  const elsewhere = await anOrganisation();
  return [
    publicActor,
    await aPerson(),
    await aPerson({ role: "crew", organisationId }),
    await aPerson({ role: "coordinator", organisationId }),
    await aPerson({ role: "organiser", organisationId: elsewhere }),
  ];
}

/** Facts of a trip on 12 and 13 June 2026, with registration from 1 May to 1 June. */
export function tripFacts(
  { organisationId, placeId }: { organisationId: string; placeId: string },
  changes: Partial<NewTrip> = {},
): NewTrip {
  return {
    organisationId,
    projectId: null,
    title: { lv: "Viedā pilsēta Jelgavā", en: "Smart city in Jelgava" },
    aim: { lv: "Iepazīt Jelgavas pieredzi." },
    costs: null,
    topics: ["digital"],
    dates: ["2026-06-12", "2026-06-13"],
    places: [
      { placeId, kind: "pickup" },
      { placeId, kind: "visit" },
    ],
    registrationOpensAt: momentInRiga("2026-05-01", "09:00"),
    registrationDeadline: momentInRiga("2026-06-01", "17:00"),
    capacity: 30,
    ...changes,
  };
}

/** A draft trip, made by its organiser on 10 May 2026. */
export async function aTrip(organiser: Actor, facts: NewTrip) {
  const made = await createTrip(organiser, facts, momentInRiga("2026-05-10", "12:00"));
  if (!made.ok) throw new Error(JSON.stringify(made));
  return { tripId: made.tripId, slug: made.slug };
}

/** A registration as a bare fact, for what does not depend on how seats are given. */
export async function aRegistration(
  facts: Pick<typeof registration.$inferInsert, "tripId" | "organisationId"> &
    Partial<typeof registration.$inferInsert>,
): Promise<string> {
  const { userId, email } = await aPerson();
  const [made] = await database()
    .insert(registration)
    .values({
      userId,
      givenName: "Anna",
      familyName: "Bērziņa",
      email,
      phone: "20 123 456",
      position: "projektu vadītāja",
      locale: "lv",
      waitingReason: "full",
      ...facts,
    })
    .returning({ id: registration.id });
  return (made as { id: string }).id;
}
