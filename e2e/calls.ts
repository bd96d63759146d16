import { expect, type Page } from "@playwright/test";
import type { PersonActor } from "#domain/actor/schema.ts";
import { register } from "#domain/registration/commands.ts";
import { setSeats } from "#domain/seat/commands.ts";
import { anOrganisation, aPerson } from "#scripts/checks/factories.ts";
import { anOpenTrip } from "#scripts/checks/open-trip.ts";
import type { Hand } from "./hand.ts";

/** An open trip, and a municipality with its coordinator; `signOffHours`: employees need the coordinator's yes. */
export async function aCall(capacity: number, signOffHours: number | null = null) {
  const municipality = await anOrganisation("municipality");
  const coordinator = await aPerson({ role: "coordinator", organisationId: municipality });
  const trip = await anOpenTrip({ capacity });
  const days = (count: number) => new Date(Date.now() + count * 86_400_000);
  const set = await setSeats(
    trip.organiser,
    {
      tripId: trip.tripId,
      capacity,
      allocationOrder: "first-come",
      releaseAt: null,
      promotionEndsAt: days(9),
      namesFrozenAt: days(20),
      signOffHours,
      quotas: [],
    },
    new Date(),
  );
  expect(set.ok).toBe(true);
  return { ...trip, municipality, coordinator };
}

/** An employee of the municipality registers; answers the id of the registration. */
export async function anEmployee(
  { slug, municipality }: { slug: string; municipality: string },
  familyName: string,
): Promise<{ person: PersonActor; id: string }> {
  const person = await aPerson();
  const words = { givenName: "Anna", familyName, phone: "20123456", institution: "" };
  const answers = { ...words, organisation: municipality, position: "projektu vadītāja" };
  const made = await register(person, { ...answers, tripSlug: slug, locale: "lv" }, new Date());
  if (!made.ok) throw new Error(made.reason);
  return { person, id: made.registrationId };
}

/** Fills in a form in which somebody else is named. */
export async function nameSomebody(
  page: Page,
  hand: Hand,
  form: string,
  { givenName, familyName, email }: { givenName: string; familyName: string; email: string },
): Promise<void> {
  const field = (name: string) => page.locator(`${form} [name="${name}"]`);
  await hand.write(field("givenName"), givenName);
  await hand.write(field("familyName"), familyName);
  await hand.write(field("position"), "juriste");
  await hand.write(field("email"), email);
  await hand.write(field("phone"), "20654321");
}

/** The address in a mail that has this in its path. */
export function linkIn(mail: string, part: string): string {
  const found = new RegExp(`https?://[^\\s<>"]*/${part}/[\\w~/-]*`).exec(mail);
  if (!found) throw new Error(`No link to ${part} in: ${mail}`);
  return found[0];
}
