import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { database } from "#db/client.ts";
import { message, registration } from "#db/schema/registration.ts";
import type { PersonActor } from "#domain/actor/schema.ts";
import { register } from "#domain/registration/commands.ts";
import { anOrganisation, aPerson } from "./factories.ts";
import { anOpenTrip } from "./open-trip.ts";

const words = { givenName: "Līga", familyName: "Zīle", position: "juriste", phone: "20123456" };

export const newcomer = (email = `${randomUUID()}@example.lv`) => ({ ...words, email });

type Told = "replaced" | "entered" | "replacementProposed" | "replacementDeclined";

/** Somebody with one of the two seats of a trip, sent by a municipality with a coordinator. */
export async function aHeldPlace(now: Date) {
  const trip = await anOpenTrip({ capacity: 2 });
  const municipality = await anOrganisation("municipality");
  const coordinator = await aPerson({ role: "coordinator", organisationId: municipality });
  const person = await aPerson();
  /** Answers the id of the registration. */
  const registered = async (actor: PersonActor, organisation = municipality): Promise<string> => {
    const name = { givenName: "Anna", familyName: "Bērziņa", phone: "20123456", institution: "" };
    const wish = { ...name, organisation, position: "juriste" };
    const made = await register(actor, { ...wish, tripSlug: trip.slug, locale: "lv" }, now);
    if (!made.ok) throw new Error(made.reason);
    return made.registrationId;
  };
  const registrationId = await registered(person);
  return { trip, municipality, coordinator, person, registrationId, registered };
}

/** Who has a place, and how it stands. */
export async function placeNow(registrationId: string) {
  const [row] = await database()
    .select({
      givenName: registration.givenName,
      email: registration.email,
      line: registration.line,
      confirmedAt: registration.confirmedAt,
      enteredBy: registration.enteredBy,
    })
    .from(registration)
    .where(eq(registration.id, registrationId));
  return row;
}

/** To whom this was told of a place. */
export async function toldOf(registrationId: string, kind: Told): Promise<string[]> {
  const rows = await database()
    .select({ recipient: message.recipient })
    .from(message)
    .where(and(eq(message.registrationId, registrationId), eq(message.kind, kind)));
  return rows.map(({ recipient }) => recipient);
}
