import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { database } from "#db/client.ts";
import { auditEntry } from "#db/schema/audit.ts";
import { need, needConsent } from "#db/schema/need.ts";
import { registration } from "#db/schema/registration.ts";
import { systemActor } from "#domain/actor/queries.ts";
import type { PersonActor } from "#domain/actor/schema.ts";
import { replace } from "#domain/replacement/commands.ts";
import { cancelTrip } from "#domain/trip-state/commands.ts";
import { withdraw } from "#domain/withdrawal/commands.ts";
import { addDays, momentInRiga } from "#lib/dates.ts";
import { anOrganisation, aPerson, aRegistration, strangersTo } from "#scripts/checks/factories.ts";
import { anOpenTrip, type OpenTrip } from "#scripts/checks/open-trip.ts";
import { forgetNeeds, keepNeedsFor, saveNeeds, withdrawNeedConsent } from "./commands.ts";
import { needCase, tripNeeds } from "./queries.ts";

const now = new Date();
const wording = "Piekrītu, ka rīkotājs šīs ziņas glabā.";
const secret = "zemesriekstu alerģija";

let trip: OpenTrip;
let person: PersonActor;
let coordinator: PersonActor;
let registrationId: string;

beforeEach(async () => {
  trip = await anOpenTrip();
  const organisationId = await anOrganisation("municipality");
  coordinator = await aPerson({ role: "coordinator", organisationId });
  person = await aPerson();
  registrationId = await aRegistration({
    tripId: trip.tripId,
    organisationId,
    confirmedAt: now,
    userId: person.userId,
    email: person.email,
  });
});

const said = (changes = {}) => ({
  registrationId,
  diet: "vegetarian" as const,
  allergy: secret,
  access: "",
  agreed: true,
  wording,
  ...changes,
});

const kept = () => database().$count(need, eq(need.registrationId, registrationId));

describe("what somebody needs", () => {
  test("is kept only with a consent, whose words are kept with it, and is not asked for twice", async () => {
    expect(await saveNeeds(person, said({ agreed: false }), now)).toEqual({
      ok: false,
      reason: "notAgreed",
    });
    expect(await kept()).toBe(0);
    expect(await saveNeeds(person, said(), now)).toEqual({ ok: true });
    expect(await saveNeeds(person, said({ diet: "vegan", agreed: false }), now)).toEqual({
      ok: true,
    });
    const consents = await database()
      .select({ wording: needConsent.wording, by: needConsent.givenBy, at: needConsent.givenAt })
      .from(needConsent)
      .where(eq(needConsent.registrationId, registrationId));
    expect(consents).toEqual([{ wording, by: person.userId, at: now }]);
    expect((await needCase(person, registrationId, now))?.need).toEqual({
      diet: "vegan",
      allergy: secret,
      access: null,
    });
  });

  test("is refused where it is too long, and deleted where nothing is needed", async () => {
    expect(await saveNeeds(person, said({ access: "a".repeat(501) }), now)).toEqual({
      ok: false,
      reason: "invalid",
      detail: { access: "needTooLong" },
    });
    await saveNeeds(person, said(), now);
    expect(await saveNeeds(person, said({ diet: "none", allergy: " " }), now)).toEqual({
      ok: true,
    });
    expect(await kept()).toBe(0);
    expect((await needCase(person, registrationId, now))?.consentedAt).toBeNull();
  });

  test("goes with the consent, however often it is taken back, also while it is written anew", async () => {
    await saveNeeds(person, said(), now);
    await Promise.all([
      saveNeeds(person, said({ agreed: false }), now),
      withdrawNeedConsent(person, { registrationId }, now),
      withdrawNeedConsent(person, { registrationId }, now),
    ]);
    expect(await kept()).toBe(0);
    expect(await withdrawNeedConsent(person, { registrationId }, now)).toEqual({ ok: true });
  });

  test("goes with the place: withdrawn, or another's", async () => {
    await saveNeeds(person, said(), now);
    const next = { givenName: "Līga", familyName: "Zīle", phone: "20123456", position: "juriste" };
    const email = `${registrationId}@example.lv`;
    expect(await replace(coordinator, { ...next, email, registrationId }, now)).toEqual({
      ok: true,
    });
    expect(await kept()).toBe(0);
    expect(await needCase(person, registrationId, now)).toBeNull();
    expect(await saveNeeds(coordinator, said(), now)).toEqual({ ok: true });
    await withdraw(trip.organiser, { registrationId, reason: "Nevar." }, now);
    expect(await kept()).toBe(0);
  });

  test("never stands in the audit trail", async () => {
    await saveNeeds(person, said(), now);
    await withdrawNeedConsent(person, { registrationId }, now);
    const entries = await database()
      .select({ action: auditEntry.action, details: auditEntry.details })
      .from(auditEntry)
      .where(eq(auditEntry.subjectId, registrationId));
    expect(entries.map(({ action }) => action)).toEqual(["need.save", "need.withdrawConsent"]);
    expect(JSON.stringify(entries)).not.toMatch(/alerģ|veget/);
  });

  test("the database keeps none without a consent that runs", async () => {
    await saveNeeds(person, said(), now);
    const [consent] = await database()
      .update(needConsent)
      .set({ withdrawnAt: now })
      .where(eq(needConsent.registrationId, registrationId))
      .returning({ id: needConsent.id });
    expect(await kept()).toBe(0);
    const written = database()
      .insert(need)
      .values({ registrationId, consentId: consent?.id ?? "", diet: "vegan" });
    await expect(written).rejects.toMatchObject({ cause: { constraint: "need_while_consented" } });
  });
});

describe("who sees needs", () => {
  test("the coordinator those of people whom somebody entered, until the person says something", async () => {
    expect(await needCase(coordinator, registrationId, now)).toBeNull();
    await database()
      .update(registration)
      .set({ enteredBy: coordinator.userId })
      .where(eq(registration.id, registrationId));
    expect(await saveNeeds(coordinator, said(), now)).toEqual({ ok: true });
    expect((await needCase(coordinator, registrationId, now))?.need?.allergy).toBe(secret);
    // The person is asked for an own consent, and what they say then is not the coordinator's any more.
    const shown = await needCase(person, registrationId, now);
    expect([shown?.consentedAt, shown?.asksConsent]).toEqual([now, true]);
    expect(await saveNeeds(person, said({ agreed: false }), now)).toEqual({
      ok: false,
      reason: "notAgreed",
    });
    expect(await saveNeeds(person, said(), now)).toEqual({ ok: true });
    expect(await needCase(coordinator, registrationId, now)).toBeNull();
    expect(await saveNeeds(coordinator, said(), now)).toEqual({ ok: false, reason: "notFound" });
  });

  test("the organiser names and counts; crew, while the trip runs, counts and who needs help with access", async () => {
    await saveNeeds(person, said({ access: "ratiņkrēsls" }), now);
    const organised = await tripNeeds(trip.organiser, trip.slug, now);
    expect(organised?.counts).toEqual({
      people: 1,
      diets: [{ diet: "vegetarian", people: 1 }],
      allergies: [{ text: secret, people: 1 }],
      access: [{ text: "ratiņkrēsls", people: 1 }],
    });
    expect(organised?.named.map(({ name, allergy }) => [name, allergy])).toEqual([
      ["Bērziņa, Anna", secret],
    ]);
    const crew = await aPerson({ role: "crew", organisationId: trip.organisationId });
    expect(await tripNeeds(crew, trip.slug, now)).toBeNull();
    const onTheDay = momentInRiga(trip.date, "09:00");
    const led = await tripNeeds(crew, trip.slug, onTheDay);
    expect(led?.counts.people).toBe(1);
    expect(led?.named.map(({ access, allergy, diet }) => [access, allergy, diet])).toEqual([
      ["ratiņkrēsls", null, "none"],
    ]);
  });

  test("nobody else", async () => {
    await saveNeeds(person, said(), now);
    for (const stranger of await strangersTo(trip.organisationId)) {
      const reason = "notFound";
      expect(await needCase(stranger, registrationId, now)).toBeNull();
      expect(await tripNeeds(stranger, trip.slug, now)).toBeNull();
      expect(await saveNeeds(stranger, said(), now)).toEqual({ ok: false, reason });
      expect(await withdrawNeedConsent(stranger, { registrationId }, now)).toEqual({
        ok: false,
        reason,
      });
    }
    expect(await needCase(trip.organiser, registrationId, now)).toBeNull();
  });
});

describe("needs are deleted", () => {
  const days = (count: number) => momentInRiga(addDays(trip.date, count), "09:00");

  test("30 days after the trip, or as many fewer as its organiser says", async () => {
    await saveNeeds(person, said(), now);
    await forgetNeeds(systemActor, days(30));
    expect(await kept()).toBe(1);
    for (const wrong of [-1, 31, 1.5, Number.NaN]) {
      expect(await keepNeedsFor(trip.organiser, { tripId: trip.tripId, days: wrong }, now)).toEqual(
        { ok: false, reason: "invalid", detail: { days: "keptDaysWrong" } },
      );
    }
    expect(await keepNeedsFor(trip.organiser, { tripId: trip.tripId, days: 3 }, now)).toEqual({
      ok: true,
    });
    await forgetNeeds(systemActor, days(3));
    expect(await kept()).toBe(1);
    await forgetNeeds(systemActor, days(4));
    expect(await kept()).toBe(0);
    const recorded = await database()
      .select({ details: auditEntry.details })
      .from(auditEntry)
      .where(eq(auditEntry.action, "need.forget"));
    expect(recorded.at(-1)?.details).toEqual({ needs: 1 });
  });

  test("when the trip is cancelled", async () => {
    await saveNeeds(person, said(), now);
    const reason = { lv: "Vētra" };
    expect((await cancelTrip(trip.organiser, { tripId: trip.tripId, reason }, now)).ok).toBe(true);
    await forgetNeeds(systemActor, now);
    expect(await kept()).toBe(0);
  });
});
