import { expect, test } from "vitest";
import { holding, publicActor } from "#domain/actor/queries.ts";
import type { Actor } from "#domain/actor/schema.ts";
import { callOf } from "#domain/call/queries.ts";
import { publishedItinerary } from "#domain/itinerary/queries.ts";
import { register } from "#domain/registration/commands.ts";
import { publishedTrip, publishedTrips } from "#domain/trip/queries.ts";
import { anOrganisation, aPerson } from "#scripts/checks/factories.ts";
import { anOpenTrip } from "#scripts/checks/open-trip.ts";
import { invite, revokeInvitation } from "./commands.ts";
import { invitationsOfTrip, invitedTo } from "./queries.ts";

const now = new Date();

async function anInvitation() {
  const trip = await anOpenTrip({ invitationOnly: true });
  const invited = await anOrganisation("municipality");
  const asked = { tripId: trip.tripId, organisationId: invited };
  const sent = await invite(trip.organiser, asked, now);
  if (!sent.ok) throw new Error(sent.reason);
  return { ...trip, invited, token: sent.token, asked };
}

/** Which of the trip's readings the actor finds. */
async function found(actor: Actor, slug: string) {
  const readings = [
    await callOf(actor, slug, now),
    await publishedTrip(actor, slug),
    await publishedItinerary(actor, slug),
  ];
  return readings.map((reading) => reading !== null);
}

const answers = (tripSlug: string, organisation: string) => ({
  tripSlug,
  organisation,
  givenName: "Anna",
  familyName: "Bērziņa",
  phone: "20123456",
  institution: "",
  position: "projektu vadītāja",
  locale: "lv" as const,
});

test("a trip by invitation is listed nowhere, and found by link, coordinator, organiser and those on it alone", async () => {
  const { slug, organiser, invited, token } = await anInvitation();
  const everything = [true, true, true];
  const nothing = [false, false, false];
  expect((await publishedTrips(publicActor, now)).map((trip) => trip.slug)).not.toContain(slug);
  expect(await found(publicActor, slug)).toEqual(nothing);
  expect(await found(await aPerson(), slug)).toEqual(nothing);
  const elsewhere = await anOrganisation("municipality");
  const stranger = await aPerson({ role: "coordinator", organisationId: elsewhere });
  expect(await found(stranger, slug)).toEqual(nothing);
  expect(await found(holding(publicActor, [token]), slug)).toEqual(everything);
  const coordinator = await aPerson({ role: "coordinator", organisationId: invited });
  expect(await found(coordinator, slug)).toEqual(everything);
  expect(await found(organiser, slug)).toEqual(everything);
});

test("people of the invited register by the link, others do not, and nobody does without it", async () => {
  const { slug, invited, token } = await anInvitation();
  const elsewhere = await anOrganisation("municipality");
  const person = await aPerson();
  const refused = { ok: false, reason: "notFound" };
  expect(await register(person, answers(slug, invited), now)).toEqual(refused);
  const holder = holding(person, [token]);
  expect(await register(holder, answers(slug, elsewhere), now)).toEqual(refused);
  expect(await register(holder, answers(slug, invited), now)).toMatchObject({ ok: true });
  // Whoever is on the trip finds it without the link.
  expect(await found(person, slug)).toEqual([true, true, true]);
});

test("inviting twice is inviting once, and a link that was taken back opens nothing", async () => {
  const { slug, organiser, tripId, token, asked } = await anInvitation();
  expect(await invite(organiser, asked, now)).toEqual({ ok: true, token });
  expect(await invitedTo(publicActor, token)).toEqual({ slug });
  const [known, ...more] = (await invitationsOfTrip(organiser, slug)) ?? [];
  expect(more).toEqual([]);
  const reference = { tripId, invitationId: known?.invitationId ?? "" };
  for (const _ of [1, 2])
    expect(await revokeInvitation(organiser, reference, now)).toEqual({ ok: true });
  expect(await invitedTo(publicActor, token)).toBeNull();
  expect(await found(holding(publicActor, [token]), slug)).toEqual([false, false, false]);
  const again = await invite(organiser, asked, now);
  expect(again.ok && again.token !== token).toBe(true);
});
