import { expect, type Page, test } from "@playwright/test";
import { eq } from "drizzle-orm";
import { database } from "#db/client.ts";
import { organisation, place } from "#db/schema/organisation.ts";
import { addItem } from "#domain/agenda/commands.ts";
import type { NewItem } from "#domain/agenda/schema.ts";
import { addSpeaker } from "#domain/host/commands.ts";
import lv from "#messages/lv.json" with { type: "json" };
import { anOrganisation, aPlace } from "#scripts/checks/factories.ts";
import { aDraft, day, kept, nextDay } from "./drafts.ts";
import { enter } from "./people.ts";

// What is wrong with a draft is said while it is built, at the day or the item and in the list above.

type Draft = Awaited<ReturnType<typeof aDraft>>;

type Case = {
  name: string;
  arrange: (draft: Draft) => Promise<void>;
  /** As an official reads it; spaces may be ones that do not break. */
  says: RegExp;
  /** A change of its facts, after which it is given anew. */
  change: (page: Page, draft: Draft) => Promise<void>;
  saysThen: RegExp;
};

const cases: Case[] = [
  {
    name: "two items at the same time",
    arrange: (draft) => add(draft, { title: { lv: "Saruna" }, starts: "10:00", ends: "11:00" }),
    says: /^„Vizīte“ un „Saruna“ pārklājas par 15\smin\.$/,
    change: (page, { ids }) => times(page, ids.visit, "09:15", "10:30"),
    saysThen: /^„Vizīte“ un „Saruna“ pārklājas par 30\smin\.$/,
  },
  {
    name: "a transfer shorter than the distance allows at the organiser's speed",
    arrange: async (draft) => {
      const [here, there] = [await aPlace(), await farAway()];
      await add(draft, {
        title: { lv: "Tikšanās" },
        starts: "13:00",
        ends: "14:00",
        placeId: here,
      });
      await add(draft, {
        title: { lv: "Koncerts" },
        starts: "14:30",
        ends: "15:00",
        placeId: there,
      });
    },
    says: /^No „Tikšanās“ līdz „Koncerts“ ir 112\skm: ceļam vajadzīgas vismaz 112\smin, bet atvēlētas 30\smin\.$/,
    change: async (page, { slug, path }) => {
      await page.goto(`/organise/trips/${slug}/facts`);
      await page.locator("#travelSpeed").fill("90");
      await page.getByRole("button", { name: lv.organise.facts.save }).click();
      await expect(page.getByRole("status").first()).toBeVisible();
      await page.goto(path);
    },
    saysThen:
      /^No „Tikšanās“ līdz „Koncerts“ ir 112\skm: ceļam vajadzīgas vismaz 75\smin, bet atvēlētas 30\smin\.$/,
  },
  {
    name: "a speaker in two places",
    arrange: async (draft) => {
      const hostId = await anOrganisation("host");
      const spoken = { hostId, givenName: "Ilze", familyName: "Ozola", role: { lv: "vadītāja" } };
      const added = await addSpeaker(
        draft.organiser,
        { ...spoken, publicationBasis: null },
        new Date(),
      );
      if (!added.ok) throw new Error(added.reason);
      const speakerIds = [added.speakerId];
      await add(draft, { title: { lv: "Lekcija" }, starts: "14:00", ends: "15:00", speakerIds });
      await add(draft, { title: { lv: "Darbnīca" }, starts: "14:30", ends: "15:30", speakerIds });
    },
    says: /^Ilze Ozola vienlaikus runā divās vietās: „Lekcija“ un „Darbnīca“\.$/,
    change: async (page) => {
      await page.locator(".builder h3 a", { hasText: "Darbnīca" }).click();
      await page.locator('[name="title.lv"]').fill("Darbnīca skolā");
      await page.locator("#date").selectOption(nextDay);
      await page.getByRole("button", { name: lv.organise.item.save }).click();
      await page.locator(".builder h3 a", { hasText: "Lekcija" }).click();
      await page.locator("#date").selectOption(nextDay);
      await page.getByRole("button", { name: lv.organise.item.save }).click();
      await expect(page.locator(".notice")).toBeVisible();
    },
    saysThen: /^Ilze Ozola vienlaikus runā divās vietās: „Lekcija“ un „Darbnīca skolā“\.$/,
  },
  {
    name: "a group larger than its host takes",
    arrange: async (draft) => {
      const hostId = await anOrganisation("host");
      const facts = { name: `Mazais muzejs ${hostId.slice(0, 8)}`, groupLimit: 20 };
      await database().update(organisation).set(facts).where(eq(organisation.id, hostId));
      await add(draft, { title: { lv: "Muzejs" }, starts: "14:00", ends: "15:00", hostId });
    },
    says: /^„Muzejs“: Mazais muzejs \w+ vienlaikus uzņem ne vairāk kā 20\scilvēku, bet vietu skaits braucienā ir 30\.$/,
    change: async (page, { slug, path }) => {
      await page.goto(`/organise/trips/${slug}/seats`);
      await page.locator("#capacity").fill("25");
      await page.getByRole("button", { name: lv.organise.seats.save }).click();
      await expect(page.getByRole("status").first()).toBeVisible();
      await page.goto(path);
    },
    saysThen: /bet vietu skaits braucienā ir 25\.$/,
  },
  {
    name: "an item past midnight",
    arrange: (draft) =>
      add(draft, { title: { lv: "Balle" }, starts: "21:00", ends: "01:00", endsNextDay: true }),
    says: /^„Balle“ beidzas pēc pusnakts\.$/,
    change: async (page) => {
      await page.locator(".builder h3 a", { hasText: "Balle" }).click();
      await page.locator("#date").selectOption(nextDay);
      await page.getByRole("button", { name: lv.organise.item.save }).click();
      await expect(page.locator(".notice")).toBeVisible();
    },
    saysThen: /^„Balle“ beidzas pēc pusnakts\.$/,
  },
];

for (const { name, arrange, says, change, saysThen } of cases) {
  test(`${name} is warned of at the item, accepted with a note, and warned of again when the facts change`, async ({
    page,
    context,
  }) => {
    const draft = await aDraft();
    await arrange(draft);
    await enter(context, draft.organiser.userId);
    await page.goto(draft.path);
    await expect(page.locator(".line .warned").filter({ hasText: says })).toHaveCount(1);
    await accept(page, says);
    await expect(page.locator(".line .warned").filter({ hasText: says })).toHaveCount(0);
    await change(page, draft);
    await expect(page.locator(".line .warned").filter({ hasText: saysThen })).toHaveCount(1);
    await expect(page.locator(".warnings")).not.toContainText("Grupa to zina");
  });
}

test("a day without departure or return is warned of at the day, and no more once it has them", async ({
  page,
  context,
}) => {
  const draft = await aDraft();
  await enter(context, draft.organiser.userId);
  await page.goto(draft.path);
  const warned = page.locator(`#day-${nextDay} > .warned`);
  const [departure, back] = [lv.organise.warning.noDeparture, lv.organise.warning.noReturn];
  await expect(warned).toHaveText([departure, back]);
  await expect(page.locator(`#day-${day} > .warned`)).toHaveText([back]);
  await add(draft, {
    date: nextDay,
    kind: "travel",
    title: { lv: "Turp" },
    starts: "07:00",
    ends: "09:00",
  });
  await page.reload();
  await expect(warned).toHaveText([back]);
  await add(draft, {
    date: nextDay,
    kind: "travel",
    title: { lv: "Mājup" },
    starts: "17:00",
    ends: "19:00",
  });
  await page.reload();
  await expect(warned).toHaveCount(0);
});

async function add({ tripId, organiser }: Draft, item: Partial<NewItem>): Promise<void> {
  const empty = { note: null, hostId: null, placeId: null, speakerIds: [] };
  const facts = { kind: "visit" as const, starts: "10:00", ends: "11:00", title: { lv: "Vizīte" } };
  const added = await addItem(
    organiser,
    { tripId, date: day, ...empty, ...facts, ...item },
    new Date(),
  );
  if (!added.ok) throw new Error(added.reason);
}

/** One degree of latitude and a little from where factories put every other place. */
async function farAway(): Promise<string> {
  const id = await aPlace();
  await database().update(place).set({ latitude: 57.655 }).where(eq(place.id, id));
  return id;
}

async function accept(page: Page, says: RegExp): Promise<void> {
  const list = page.locator(".warnings");
  if (!(await list.evaluate((element) => element.hasAttribute("open")))) {
    await list.locator("summary").click();
  }
  const warning = list
    .locator("li")
    .filter({ hasText: new RegExp(says.source.replace(/^\^/, "")) });
  await warning.getByRole("textbox").fill("Grupa to zina");
  await warning.getByRole("button", { name: lv.organise.builder.accept }).click();
  await expect(list).toContainText("Atstāts: Grupa to zina");
  await kept(page);
}

async function times(page: Page, id: string, starts: string, ends: string): Promise<void> {
  const item = page.locator(`[id="${id}"]`);
  await item.getByRole("button", { name: lv.organise.builder.edit }).click();
  await item.locator('[name="starts"]').fill(starts);
  await item.locator('[name="ends"]').fill(ends);
  await item.locator('[name="ends"]').press("Enter");
  await expect(item.locator(".item-editor")).toHaveCount(0);
  await kept(page);
}
