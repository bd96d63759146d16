import { beforeEach, describe, expect, test } from "vitest";
import type { PersonActor } from "#domain/actor/schema.ts";
import { anOrganisation, aPerson, strangersTo } from "#scripts/checks/factories.ts";
import { aHeldPlace, newcomer, placeNow, toldOf } from "#scripts/checks/held-place.ts";
import {
  acceptProposal,
  declineProposal,
  proposeReplacement,
  withdrawProposal,
} from "./commands.ts";
import { replacementCase } from "./queries.ts";

const now = new Date();

let held: Awaited<ReturnType<typeof aHeldPlace>>;
let trip: typeof held.trip;
let coordinator: PersonActor;
let person: PersonActor;
let registrationId: string;
let registered: typeof held.registered;

beforeEach(async () => {
  held = await aHeldPlace(now);
  ({ trip, coordinator, person, registrationId, registered } = held);
});

const someone = (email?: string) => ({ ...newcomer(email), registrationId });
const stored = () => placeNow(registrationId);
const told = (kind: Parameters<typeof toldOf>[1]) => toldOf(registrationId, kind);

describe("the person proposes somebody else", () => {
  const proposed = async () => {
    const next = someone();
    expect(await proposeReplacement(person, next, now)).toEqual({ ok: true });
    const proposal = (await replacementCase(coordinator, registrationId, now))?.proposal;
    return { next, reference: { registrationId, proposalId: proposal?.id ?? "" } };
  };

  test("the coordinators hear of it, and the place changes with their yes", async () => {
    const { next, reference } = await proposed();
    expect(await told("replacementProposed")).toEqual([coordinator.email]);
    expect((await stored())?.email).toBe(person.email);
    expect(await acceptProposal(coordinator, reference, now)).toEqual({ ok: true });
    expect((await stored())?.email).toBe(next.email);
    expect(await acceptProposal(coordinator, reference, now)).toEqual({
      ok: false,
      reason: "gone",
    });
  });

  test("where a municipality has no coordinator the organiser hears of it", async () => {
    person = await aPerson();
    registrationId = await registered(person, await anOrganisation("municipality"));
    await proposed();
    expect(await told("replacementProposed")).toEqual([trip.organiser.email]);
  });

  test("a no is told to the person, who stays registered", async () => {
    const { reference } = await proposed();
    expect(await declineProposal(trip.organiser, reference, now)).toEqual({ ok: true });
    expect(await told("replacementDeclined")).toEqual([person.email]);
    expect(await declineProposal(coordinator, reference, now)).toEqual({ ok: true });
    expect((await told("replacementDeclined")).length).toBe(1);
    expect((await stored())?.email).toBe(person.email);
  });

  test("taken back it is gone, proposed anew the first can no longer be accepted", async () => {
    const first = await proposed();
    const second = await proposed();
    expect(await acceptProposal(coordinator, first.reference, now)).toEqual({
      ok: false,
      reason: "gone",
    });
    expect(await withdrawProposal(person, { registrationId }, now)).toEqual({ ok: true });
    expect(await acceptProposal(coordinator, second.reference, now)).toEqual({
      ok: false,
      reason: "gone",
    });
    expect((await replacementCase(person, registrationId, now))?.proposal).toBeNull();
  });

  test("strangers neither see it nor answer it", async () => {
    const { reference } = await proposed();
    for (const stranger of await strangersTo(trip.organisationId)) {
      const reason = "notFound";
      expect(await acceptProposal(stranger, reference, now)).toEqual({ ok: false, reason });
      expect(await declineProposal(stranger, reference, now)).toEqual({ ok: false, reason });
      expect(await withdrawProposal(stranger, { registrationId }, now)).toEqual({
        ok: false,
        reason,
      });
      expect(await replacementCase(stranger, registrationId, now)).toBeNull();
    }
  });
});
