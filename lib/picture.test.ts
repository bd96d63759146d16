import sharp from "sharp";
import { expect, it } from "vitest";
import { aPhotograph } from "#scripts/checks/photograph.ts";
import { withoutMetadata } from "./picture.ts";

it.each(["jpeg", "png"] as const)(
  "leaves of a %s the picture alone, the right way up",
  async (type) => {
    const taken = await aPhotograph(type);
    expect((await sharp(taken).metadata()).exif?.includes("Telefons")).toBe(true);
    const kept = (await withoutMetadata(taken, `image/${type}`)) as Buffer;
    const { width, height, format, exif, xmp, iptc, orientation } = await sharp(kept).metadata();
    expect({ width, height, format }).toEqual({ width: 80, height: 120, format: type });
    expect([exif, xmp, iptc, orientation]).toEqual([undefined, undefined, undefined, undefined]);
    expect(kept.includes("Telefons")).toBe(false);
  },
);

it("finds nothing in a picture that breaks off", async () => {
  const taken = await aPhotograph();
  expect(await withoutMetadata(taken.subarray(0, 300), "image/jpeg")).toBeNull();
});
