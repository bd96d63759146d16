import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { database } from "#db/client.ts";
import { organisation } from "#db/schema/organisation.ts";
import { addItem } from "#domain/agenda/commands.ts";
import { draftItems } from "#domain/draft/queries.ts";
import { anOrganisation, aPerson, aPlace, aTrip, tripFacts } from "#scripts/checks/factories.ts";
import { changeRecord } from "./commands.ts";

const now = new Date();

test("a trip of before a renaming shows the host's old name in both languages, a later one the new", async () => {
  const organisationId = await anOrganisation();
  const organiser = await aPerson({ role: "organiser", organisationId });
  const place = { organisationId, placeId: await aPlace() };
  const host = await anOrganisation("host");
  await database()
    .update(organisation)
    .set({ name: "Vecais teātris", nameEn: "Old Theatre" })
    .where(eq(organisation.id, host));
  const hostOf = async (date: string) => {
    const { tripId } = await aTrip(organiser, tripFacts(place, { dates: [date] }));
    const item = { kind: "visit" as const, title: { lv: "Vizīte" }, note: null, placeId: null };
    const times = { tripId, date, starts: "10:00", ends: "11:00", hostId: host, speakerIds: [] };
    expect(await addItem(organiser, { ...item, ...times }, now)).toMatchObject({ ok: true });
    return async () => (await draftItems(organiser, tripId, database()))[0]?.host;
  };
  const [before, after] = [await hostOf("2026-06-12"), await hostOf("2026-09-12")];
  const renamed = { name: "Jaunais teātris", nameEn: "New Theatre", calledUntil: "2026-07-31" };
  const rest = { organisationId: host, placeId: null, groupLimit: null };
  expect(await changeRecord(organiser, { ...renamed, ...rest }, now)).toMatchObject({ ok: true });
  expect(await before()).toEqual({ lv: "Vecais teātris", en: "Old Theatre" });
  expect(await after()).toEqual({ lv: "Jaunais teātris", en: "New Theatre" });
});
