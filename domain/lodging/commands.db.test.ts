import { beforeAll, describe, expect, it } from "vitest";
import { database } from "#db/client.ts";
import { bed } from "#db/schema/lodging.ts";
import { systemActor } from "#domain/actor/queries.ts";
import type { PersonActor } from "#domain/actor/schema.ts";
import { forgetLogistics } from "#domain/privacy/commands.ts";
import { editTrip } from "#domain/trip/commands.ts";
import { withdraw } from "#domain/withdrawal/commands.ts";
import { momentInRiga } from "#lib/dates.ts";
import { aPerson, aRegistration } from "#scripts/checks/factories.ts";
import { makeTheirs, now, type Theirs } from "#scripts/checks/strangers.ts";
import * as commands from "./commands.ts";
import { lodgingsOfTrip, ownRoom } from "./queries.ts";

let theirs: Theirs;
let lodgingId: string;

const nights = { firstNight: "2026-06-12", lastNight: "2026-06-12" };

beforeAll(async () => {
  theirs = await makeTheirs();
  const { tripId, organiser } = theirs;
  const house = { tripId, name: "Viesnīca „Līva“", address: "Lielā iela 11", ...nights };
  const saved = await commands.saveLodging(organiser, house, now);
  if (!saved.ok) throw new Error(saved.reason);
  lodgingId = saved.lodgingId;
  const rooms = { tripId, lodgingId, kind: "twin" as const, count: 3, from: 201 };
  expect(await commands.addRooms(organiser, rooms, now)).toEqual({ ok: true, rooms: 3 });
});

async function aGuest(familyName: string): Promise<{ actor: PersonActor; registrationId: string }> {
  const actor = await aPerson();
  const { tripId, organisationId } = theirs;
  const facts = { tripId, organisationId, userId: actor.userId, email: actor.email, familyName };
  return { actor, registrationId: await aRegistration({ ...facts, confirmedAt: now }) };
}

const lodgingNow = async () => {
  const all = await lodgingsOfTrip(theirs.organiser, theirs.tripId);
  const one = all?.find(({ id }) => id === lodgingId);
  if (!one) throw new Error("There is no lodging");
  return one;
};

const plan = (rooms: { roomId: string; registrationIds: string[] }[]) =>
  commands.planBeds(theirs.organiser, { tripId: theirs.tripId, lodgingId, rooms }, now);

describe("rooms", () => {
  it("hold as many as they have beds; people can change places; a third is refused at the room", async () => {
    const [one, two, three] = await Promise.all(["Āboliņa", "Bērza", "Celma"].map(aGuest));
    const [a, b, c] = [one, two, three].map((guest) => guest?.registrationId ?? "") as [
      string,
      string,
      string,
    ];
    const [first, second] = (await lodgingNow()).rooms.map(({ id }) => id) as [string, string];
    expect(await plan([{ roomId: first, registrationIds: [a, b] }])).toEqual({ ok: true, beds: 2 });
    expect(
      await plan([
        { roomId: second, registrationIds: [a] },
        { roomId: first, registrationIds: [b, c] },
      ]),
    ).toEqual({ ok: true, beds: 3 });
    const { rooms } = await lodgingNow();
    expect(
      rooms.map(({ guests }) => guests.map(({ registrationId }) => registrationId).sort()),
    ).toEqual([[b, c].sort(), [a], []]);
    expect(await plan([{ roomId: first, registrationIds: [a, b, c] }])).toEqual({
      ok: false,
      reason: "invalid",
      detail: { [`room.${first}`]: "roomFull" },
    });
    expect(
      await plan([
        { roomId: first, registrationIds: [a] },
        { roomId: second, registrationIds: [a] },
      ]),
    ).toMatchObject({
      detail: { [`room.${first}`]: "sleeperTwice", [`room.${second}`]: "sleeperTwice" },
    });
    expect(await plan([{ roomId: first, registrationIds: [theirs.waitingId] }])).toMatchObject({
      detail: { [`room.${first}`]: "sleeperGone" },
    });
    const third = database().insert(bed).values({ lodgingId, roomId: first, registrationId: a });
    await expect(third).rejects.toThrow();
    const squeezed = database()
      .insert(bed)
      .values({
        lodgingId,
        roomId: first,
        registrationId: (await aGuest("Dobele")).registrationId,
      });
    await expect(squeezed).rejects.toMatchObject({ cause: { constraint: "room_never_over" } });
  });

  it("are free again when somebody withdraws", async () => {
    const guest = await aGuest("Egle");
    const roomId = (await lodgingNow()).rooms[2]?.id ?? "";
    await plan([{ roomId, registrationIds: [guest.registrationId] }]);
    await withdraw(guest.actor, { registrationId: guest.registrationId }, now);
    expect((await lodgingNow()).rooms[2]?.guests).toEqual([]);
  });

  it("are not taken away from people, nor doubled", async () => {
    const { tripId, organiser } = theirs;
    const { rooms } = await lodgingNow();
    const used = rooms.find(({ guests }) => guests.length > 0);
    expect(await commands.removeRoom(organiser, { tripId, roomId: used?.id ?? "" }, now)).toEqual({
      ok: false,
      reason: "roomInUse",
    });
    expect(await commands.removeLodging(organiser, { tripId, lodgingId }, now)).toMatchObject({
      ok: false,
      reason: "lodgingInUse",
    });
    const again = { tripId, lodgingId, kind: "twin" as const, count: 2, from: 203 };
    expect(await commands.addRooms(organiser, again, now)).toEqual({
      ok: false,
      reason: "invalid",
      detail: { from: "roomExists" },
    });
    const late = { tripId, name: " ", address: null, firstNight: "2026-06-12", lastNight: "" };
    expect(await commands.saveLodging(organiser, late, now)).toEqual({
      ok: false,
      reason: "invalid",
      detail: { name: "lodgingNameMissing", lastNight: "nightMissing" },
    });
  });
});

describe("wishes", () => {
  it("of two who named each other put them together", async () => {
    const [one, two] = [await aGuest("Fogele"), await aGuest("Gaile")];
    const wish = (guest: typeof one, mate: string) =>
      commands.wishRoom(
        guest.actor,
        { registrationId: guest.registrationId, kind: "twin", mate },
        now,
      );
    expect(await wish(one, "Anna Gaile")).toEqual({ ok: true });
    expect(await wish(two, "anna fogele")).toEqual({ ok: true });
    expect(await ownRoom(one.actor, theirs.slug)).toMatchObject({
      wish: { kind: "twin", mate: "Anna Gaile" },
    });
    const { tripId, organiser } = theirs;
    expect(await commands.planByWishes(organiser, { tripId, lodgingId }, now)).toEqual({
      ok: true,
      beds: 2,
    });
    const together = (await lodgingNow()).rooms.find(({ guests }) =>
      guests.some(({ familyName }) => familyName === "Fogele"),
    );
    expect(together?.guests.map(({ familyName }) => familyName).sort()).toEqual([
      "Fogele",
      "Gaile",
    ]);
  });

  it("of a stranger are not found, and go 30 days after the trip with beds and pick-ups", async () => {
    const guest = await aGuest("Hauka");
    const form = { registrationId: guest.registrationId, kind: "single" as const, mate: null };
    expect(await commands.wishRoom(await aPerson(), form, now)).toEqual({
      ok: false,
      reason: "notFound",
    });
    await commands.wishRoom(guest.actor, form, now);
    await forgetLogistics(systemActor, momentInRiga("2026-07-20", "12:00"));
    expect(await ownRoom(guest.actor, theirs.slug)).toMatchObject({ wish: null });
    expect((await lodgingNow()).rooms.flatMap(({ guests }) => guests)).toEqual([]);
  });
});

describe("a trip that loses a day", () => {
  it("is refused while a lodging has nights that would lie outside it", async () => {
    const { tripId, organiser, facts } = await makeTheirs();
    const { capacity: _capacity, organisationId: _organisation, ...kept } = facts;
    const house = { tripId, name: "Jūrmalas nams", address: null };
    const late = { firstNight: "2026-06-13", lastNight: "2026-06-13" };
    expect(await commands.saveLodging(organiser, { ...house, ...late }, now)).toMatchObject({
      ok: true,
    });
    expect(await editTrip(organiser, { ...kept, tripId, dates: ["2026-06-12"] }, now)).toEqual({
      ok: false,
      reason: "nightsOutside",
      detail: { lodging: "Jūrmalas nams" },
    });
  });
});
