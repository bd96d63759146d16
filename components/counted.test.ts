import { expect, test } from "vitest";
import { textsIn } from "#lib/i18n/catalogue.ts";
import { locales } from "#lib/locales.ts";
import lv from "#messages/lv.json" with { type: "json" };
import { counted, countedTexts } from "./counted.ts";

test("a text counted in the browser is the same as on the server, for every number and language", () => {
  expect(lv.organise.seats.total.seats).toContain("plural");
  for (const locale of locales) {
    const t = textsIn(locale);
    for (const key of ["seats", "guaranteed", "municipalities", "free"] as const) {
      const say = (count: number) => t(`organise.seats.total.${key}`, { count });
      const texts = countedTexts(locale, say);
      for (let count = 0; count <= 250; count += 1) {
        expect(counted(texts, locale, count)).toBe(say(count));
      }
    }
  }
});
