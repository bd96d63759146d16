import { beforeEach, describe, expect, it } from "vitest";
import type { PersonActor } from "#domain/actor/schema.ts";
import {
  anOrganisation,
  aPerson,
  aPlace,
  aTrip,
  strangersTo,
  tripFacts,
} from "#scripts/checks/factories.ts";
import { saveWording } from "./commands.ts";
import { ownWording, wordingOf } from "./queries.ts";

const now = new Date("2026-05-10T09:00:00Z");

let organiser: PersonActor;
let place: { organisationId: string; tripId: string };

beforeEach(async () => {
  const organisationId = await anOrganisation();
  organiser = await aPerson({ role: "organiser", organisationId });
  const facts = tripFacts({ organisationId, placeId: await aPlace() });
  place = { organisationId, tripId: (await aTrip(organiser, facts)).tripId };
});

const invitation = { paper: "invitation" } as const;

describe("an organiser's own words", () => {
  it("stand over the organisation's, language by language, and those over the product's", async () => {
    const everywhere = {
      ...place,
      ...invitation,
      tripId: null,
      lv: "Visiem {name}",
      en: "All {name}",
    };
    expect(await saveWording(organiser, everywhere, now)).toEqual({ ok: true });
    expect(await saveWording(organiser, { ...place, ...invitation, lv: "Te {name}" }, now)).toEqual(
      { ok: true },
    );
    expect(await wordingOf(organiser, place, "invitation")).toEqual({
      lv: "Te {name}",
      en: "All {name}",
    });
    expect(await wordingOf(organiser, place, "certificate")).toEqual({});
    expect(await ownWording(organiser, place, "invitation")).toEqual({
      trip: { lv: "Te {name}" },
      organisation: { lv: "Visiem {name}", en: "All {name}" },
    });
  });

  it("are gone when they are saved empty", async () => {
    await saveWording(organiser, { ...place, ...invitation, lv: "Te {name}" }, now);
    await saveWording(organiser, { ...place, ...invitation, lv: " " }, now);
    expect(await wordingOf(organiser, place, "invitation")).toEqual({});
  });

  it("are refused with a field that the paper does not have, and nothing is kept", async () => {
    const outcome = await saveWording(
      organiser,
      {
        ...place,
        ...invitation,
        lv: "Sveiki, {name}! {vards} {amats}",
        en: "{hours}",
        lt: "{name}",
      },
      now,
    );
    expect(outcome).toEqual({
      ok: false,
      reason: "unknownFields",
      detail: { lv: "{vards}, {amats}", en: "{hours}" },
    });
    expect(await wordingOf(organiser, place, "invitation")).toEqual({});
  });

  it("are refused when they are too long", async () => {
    const outcome = await saveWording(
      organiser,
      { ...place, ...invitation, lv: "a".repeat(4001) },
      now,
    );
    expect(outcome).toEqual({ ok: false, reason: "invalid", detail: { lv: "tooLong" } });
  });

  it("are nobody else's to change, nor for another organisation's trip", async () => {
    for (const stranger of await strangersTo(place.organisationId)) {
      const outcome = await saveWording(stranger, { ...place, ...invitation, lv: "Sveiki" }, now);
      expect(outcome).toEqual({ ok: false, reason: "notFound" });
      expect(await ownWording(stranger, place, "invitation")).toBeNull();
    }
    const elsewhere = await anOrganisation();
    const other = await aPerson({ role: "organiser", organisationId: elsewhere });
    const theirs = { ...place, organisationId: elsewhere, ...invitation, lv: "Sveiki" };
    expect(await saveWording(other, theirs, now)).toEqual({ ok: false, reason: "notFound" });
  });
});
