import sharp from "sharp";
import { expect, it } from "vitest";
import { aBomb, withWords } from "#scripts/checks/bomb.ts";
import { aPhotograph } from "#scripts/checks/photograph.ts";
import { withoutMetadata } from "./picture.ts";
import { hasPixelsAlone } from "./png.ts";

it("finds nothing but pixels in every picture that is kept", async () => {
  for (const one of [await aPhotograph("png"), await aBomb(300, 200)]) {
    expect(hasPixelsAlone((await withoutMetadata(one, "image/png")) as Buffer)).toBe(true);
  }
  for (const raw of [
    sharp(await aBomb(300, 200)).png({ palette: true }),
    sharp(await aBomb(300, 200))
      .greyscale()
      .png({ progressive: true }),
    sharp(await aBomb(300, 200))
      .ensureAlpha(0.5)
      .png(),
    sharp(await aBomb(300, 200))
      .withMetadata({ density: 300 })
      .toColourspace("b-w")
      .png(),
  ]) {
    const kept = (await withoutMetadata(await raw.toBuffer(), "image/png")) as Buffer;
    expect(hasPixelsAlone(kept)).toBe(true);
  }
});

it("finds words beside them, and what follows the end", async () => {
  const png = await aBomb(300, 200);
  expect(hasPixelsAlone(await aPhotograph("png"))).toBe(false);
  expect(hasPixelsAlone(withWords(png))).toBe(false);
  expect(hasPixelsAlone(Buffer.concat([png, Buffer.from("more")]))).toBe(false);
  expect(hasPixelsAlone(png.subarray(0, 20))).toBe(true);
});
