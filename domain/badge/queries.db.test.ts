import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { database } from "#db/client.ts";
import { badge } from "#db/schema/badge.ts";
import { registration } from "#db/schema/registration.ts";
import { publicActor } from "#domain/actor/queries.ts";
import { rollCall } from "#domain/roll-call/queries.ts";
import { aPerson, aRegistration, strangersTo } from "#scripts/checks/factories.ts";
import { anOpenTrip } from "#scripts/checks/open-trip.ts";
import { tripOfBadge } from "./queries.ts";

const codeOf = async (registrationId: string) =>
  (await database().select().from(badge).where(eq(badge.registrationId, registrationId)))[0];

describe("a badge", () => {
  it("is everybody's who is named, each with a code of its own within the trip", async () => {
    const { tripId, slug, organisationId, organiser } = await anOpenTrip();
    for (let at = 0; at < 20; at++) {
      await aRegistration({ tripId, organisationId, confirmedAt: new Date() });
    }
    const list = await rollCall(organiser, slug, new Date());
    const badges = list?.people.map((one) => one.badge) ?? [];
    expect(new Set(badges).size).toBe(20);
    expect(badges.every((one) => one.startsWith(list?.badgeSeries ?? "none"))).toBe(true);
    expect(new Set(list?.people.map(({ code }) => code)).size).toBe(20);
  });

  it("leads its holder to the trip, and nobody else", async () => {
    const { tripId, slug, organisationId, organiser } = await anOpenTrip();
    const holder = await aPerson();
    const of = { tripId, organisationId, userId: holder.userId, confirmedAt: new Date() };
    await aRegistration(of);
    const list = await rollCall(organiser, slug, new Date());
    const token = list?.people[0]?.badge ?? "";
    expect(await tripOfBadge(holder, token)).toBe(slug);
    expect(await tripOfBadge(holder, list?.people[0]?.code ?? "")).toBeNull();
    for (const stranger of [publicActor, organiser, ...(await strangersTo(organisationId))]) {
      expect(await tripOfBadge(stranger, token)).toBeNull();
    }
  });

  it("stands for nobody once the place is another's", async () => {
    const { tripId, slug, organisationId, organiser } = await anOpenTrip();
    const former = await aPerson();
    const of = { tripId, organisationId, userId: former.userId, confirmedAt: new Date() };
    const registrationId = await aRegistration(of);
    const before = await codeOf(registrationId);
    const badgeNow = async () => (await rollCall(organiser, slug, new Date()))?.people[0]?.badge;
    const token = await badgeNow();
    const { userId } = await aPerson();
    await database()
      .update(registration)
      .set({ userId })
      .where(eq(registration.id, registrationId));
    expect((await codeOf(registrationId))?.code).not.toBe(before?.code);
    expect(await badgeNow()).not.toBe(token);
    expect(await tripOfBadge(former, token ?? "")).toBeNull();
  });

  it("has a code that the database refuses a second time, or of other signs", async () => {
    const { tripId, organisationId } = await anOpenTrip();
    const first = await aRegistration({ tripId, organisationId });
    const second = await aRegistration({ tripId, organisationId });
    const code = (await codeOf(first))?.code ?? "";
    const write = (other: string) =>
      database().execute(sql`update badge set code = ${other} where registration_id = ${second}`);
    await expect(write(code)).rejects.toMatchObject({ cause: { constraint: "badge_code_once" } });
    await expect(write("O0O0O0")).rejects.toMatchObject({
      cause: { constraint: "badge_code_shape" },
    });
  });
});
