import { expect, test } from "@playwright/test";
import sharp from "sharp";
import { anOpenTrip } from "#scripts/checks/open-trip.ts";
import { enter } from "./people.ts";

type Icon = { src: string; type: string; sizes: string; purpose: string };

test("the roll call on a home screen has icons of the sizes that it says", async ({
  page,
  context,
  request,
}) => {
  const { slug, organiser } = await anOpenTrip();
  await enter(context, organiser.userId);
  await page.goto(`/organise/trips/${slug}/roll-call`);
  const linked = (rel: string) => page.locator(`head link[rel="${rel}"]`).getAttribute("href");
  const answer = await context.request.get((await linked("manifest")) ?? "");
  const { icons }: { icons: Icon[] } = await answer.json();
  const drawn = icons.filter(({ type }) => type === "image/png");
  expect(drawn.map(({ sizes, purpose }) => `${sizes} ${purpose}`)).toEqual([
    "192x192 any",
    "512x512 any",
    "512x512 maskable",
  ]);
  const apple = { src: (await linked("apple-touch-icon")) ?? "", sizes: "180x180" };
  for (const { src, sizes } of [...drawn, apple]) {
    const response = await request.get(src);
    expect(response.headers()["content-type"]).toBe("image/png");
    const { format, width, height } = await sharp(await response.body()).metadata();
    expect(`${format} ${width}x${height}`).toBe(`png ${sizes}`);
    const { dominant } = await sharp(await response.body()).stats();
    expect(dominant.r).toBeGreaterThan(dominant.g + 60);
  }
  expect((await request.get("/icons/13.png")).status()).toBe(404);
});
