import { expect, type Locator, test } from "@playwright/test";
import { eq } from "drizzle-orm";
import { database } from "#db/client.ts";
import { trip } from "#db/schema/trip.ts";
import lv from "#messages/lv.json" with { type: "json" };
import { aLogo, anSvgLogo } from "#scripts/checks/logo.ts";
import { makeTheirs } from "#scripts/checks/strangers.ts";
import { expectNoComplaints } from "./axe.ts";
import { enter } from "./people.ts";
import { inEveryWay } from "./ways.ts";

const { logos: words, problem } = lv.organise;

inEveryWay((hand, javaScriptEnabled) => {
  test("a logo is refused with a reason, added, put first, renamed and removed, and the trip's page shows it at once", async ({
    page,
    context,
    request,
  }) => {
    const { organiser, projectId, tripId, slug } = await makeTheirs();
    await database().update(trip).set({ projectId }).where(eq(trip.id, tripId));
    const address = `/trips/${slug}`;
    const shown = async () => (await request.get(address)).text();
    await expect.poll(shown).toContain("/logos/");
    await enter(context, organiser.userId);
    await page.goto(`/organise/projects/${projectId}`);

    const section = page.locator("#logos");
    const upload = section.locator("details").filter({ has: page.locator("#new-logo") });
    await hand.press(upload.locator(":scope > summary"));
    const file = upload.locator('[name="logo"]');
    const name = upload.locator('[name="logoName.lv"]');
    const add = upload.getByRole("button", { name: words.add });
    await file.setInputFiles({ name: "l.png", mimeType: "image/png", buffer: await aLogo(90, 60) });
    await hand.write(name, "Kurzemes plānošanas reģions");
    await hand.press(add);
    await expect(upload.locator(".field .error")).toHaveText(problem.logoTooSmall);
    await expect(name).toHaveValue("Kurzemes plānošanas reģions");
    const svg = { name: "l.svg", mimeType: "image/svg+xml", buffer: anSvgLogo() };
    await file.setInputFiles(svg);
    await hand.press(add);
    await expect(page.getByRole("status")).toHaveText(words.done.added);
    await expect.poll(shown).toContain("Kurzemes plānošanas reģions");

    // With JavaScript it stays unfolded when something else of the page changes.
    const unfold = async (one: Locator) => {
      const isOpen = await one
        .locator("details.folded")
        .evaluate((fold) => fold.hasAttribute("open"));
      if (!isOpen) await hand.press(one.locator("summary").first());
    };
    const last = section.locator(".logo-list > li").last();
    await unfold(last);
    await hand.press(last.getByRole("button", { name: words.move }));
    await expect(page.getByRole("status")).toHaveText(words.done.moved);
    const second = section.locator(".logo-list > li").nth(1);
    await expect(second).toContainText("Kurzemes plānošanas reģions");
    await unfold(second);
    await hand.write(second.locator('[name="logoName.lv"]'), "Kurzeme");
    await hand.press(second.getByRole("button", { name: words.rename }));
    await expect(page.getByRole("status")).toHaveText(words.done.renamed);
    await expect.poll(shown).toContain('alt="Kurzeme"');

    const kept = await request.get((await second.locator("img").getAttribute("src")) ?? "");
    expect(kept.headers()).toMatchObject({
      "content-type": "image/png",
      "cache-control": "public, max-age=31536000, immutable",
      "cross-origin-resource-policy": "cross-origin",
      "x-content-type-options": "nosniff",
      "content-security-policy": "default-src 'none'; sandbox",
    });
    if (javaScriptEnabled) await expectNoComplaints(page, "the logos of a project");
    const { emblem, pictures } = await page.locator(".eu").evaluate((eu) => {
      const sizeOf = (one: Element) => {
        const { width, height } = one.getBoundingClientRect();
        return { width, height };
      };
      return {
        emblem: sizeOf(eu.querySelector(".emblem") as Element),
        pictures: [...eu.querySelectorAll("img")].map(sizeOf),
      };
    });
    expect(emblem).toEqual({ width: 90, height: 60 });
    expect(pictures).toHaveLength(3);
    for (const { width, height } of pictures) {
      expect(width * height).toBeLessThanOrEqual(emblem.width * emblem.height * 1.02);
      expect(height).toBeLessThanOrEqual(emblem.height);
    }

    await unfold(second);
    await hand.press(second.getByRole("button", { name: words.remove }));
    await expect(page.getByRole("status")).toHaveText(words.done.removed);
    await expect.poll(shown).not.toContain('alt="Kurzeme"');
  });
});

test("an address of no logo is not found and not kept", async ({ request }) => {
  for (const name of [`${"0".repeat(64)}.png`, "logo.png"]) {
    const answer = await request.get(`/logos/${name}`);
    expect([answer.status(), answer.headers()["cache-control"]]).toEqual([404, "no-store"]);
  }
});
