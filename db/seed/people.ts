import { faker } from "@faker-js/faker/locale/lv";
import { eq } from "drizzle-orm";
import { database } from "#db/client.ts";
import { user } from "#db/schema/person.ts";
import { actorOf } from "#domain/actor/queries.ts";
import type { PersonActor } from "#domain/actor/schema.ts";
import { domainOf } from "./municipalities.ts";

/** Somebody who does not exist, with what a registration asks for. */
export type Participant = {
  givenName: string;
  familyName: string;
  email: string;
  phone: string;
  position: string;
  /** Name of the municipality. */
  municipality: string;
};

/** Titles in both genders, as they stand in the staff lists of municipalities. */
const positions = [
  ["projektu vadītāja", "projektu vadītājs"],
  ["attīstības nodaļas vadītāja", "attīstības nodaļas vadītājs"],
  ["izpilddirektora vietniece", "izpilddirektora vietnieks"],
  ["kultūras pārvaldes vadītāja", "kultūras pārvaldes vadītājs"],
  ["sabiedrisko attiecību speciāliste", "sabiedrisko attiecību speciālists"],
  ["tūrisma speciāliste", "tūrisma speciālists"],
  ["jaunatnes lietu speciāliste", "jaunatnes lietu speciālists"],
  ["teritorijas plānotāja", "teritorijas plānotājs"],
  ["kancelejas vadītāja", "kancelejas vadītājs"],
  ["informācijas sistēmu administratore", "informācijas sistēmu administrators"],
] as const;

/** Always the same people for the same number, as many from each municipality in turn. */
export function inventParticipants(
  count: number,
  municipalities: readonly string[],
  number: number,
): Participant[] {
  faker.seed(number);
  return Array.from({ length: count }, (_, index) => {
    const sex = faker.person.sexType();
    const givenName = faker.person.firstName(sex);
    const familyName = faker.person.lastName(sex);
    const [female, male] = faker.helpers.arrayElement(positions);
    const municipality = municipalities[index % municipalities.length] as string;
    return {
      givenName,
      familyName,
      email: `${plain(givenName)}.${plain(familyName)}.${index + 1}@${domainOf(municipality)}`,
      phone: `+371 2${faker.string.numeric(7)}`,
      position: sex === "female" ? female : male,
      municipality,
    };
  });
}

/** The person of an address, who has signed in before. */
export async function personAt(email: string): Promise<PersonActor> {
  await database().insert(user).values({ email }).onConflictDoNothing({ target: user.email });
  const [row] = await database().select({ id: user.id }).from(user).where(eq(user.email, email));
  return (await actorOf((row as { id: string }).id)) as PersonActor;
}

const plain = (name: string) =>
  name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z]+/g, "-");
