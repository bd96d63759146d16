import sharp from "sharp";
import { expect, it } from "vitest";
import { anSvgBomb, anSvgLogo } from "#scripts/checks/logo.ts";
import { aPhotograph } from "#scripts/checks/photograph.ts";
import { type DrawnPicture, drawnOnWhite, isSvg, withoutMetadata } from "./picture.ts";

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

const most = { width: 900, height: 600 };

const draws = async (picture: Buffer, size = most) =>
  (await drawnOnWhite(picture, size)) as DrawnPicture;

it("draws an SVG file as large as it may be, whatever size it says, on white", async () => {
  const drawn = await draws(anSvgLogo('<circle cx="150" cy="75" r="75"/>'));
  expect(drawn).toMatchObject({ width: 900, height: 450, blank: false });
  const { data, info } = await sharp(drawn.png).raw().toBuffer({ resolveWithObject: true });
  expect(info.channels).toBe(3);
  expect([...data.subarray(0, 3)]).toEqual([255, 255, 255]);
});

it("reads nothing that an SVG file refers to", async () => {
  const file = `${import.meta.dirname}/../worker/mail/emblem.png`;
  for (const href of [file, `file://${file}`, "emblem.png", "http://localhost:1/emblem.png"]) {
    const refers = anSvgLogo(`<image href="${href}" width="300" height="150"/>`);
    expect((await draws(refers)).blank).toBe(true);
  }
  const entity = `<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/hostname">]>`;
  const svg = Buffer.concat([Buffer.from(entity), anSvgLogo('<text y="50">&x;</text>')]);
  expect(await drawnOnWhite(svg, most)).toBeNull();
});

const within = (href: string) =>
  anSvgLogo(`<image href="${href}" width="300" height="150"/>`).toString();

const pictureOf = async (side: number) => {
  const create = { width: side, height: side, channels: 3, background: "#1e6b3a" } as const;
  const png = await sharp({ create }).png({ palette: true }).toBuffer();
  return `data:image/png;base64,${png.toString("base64")}`;
};

it("draws a picture that an SVG file holds, and none that would fill the memory", async () => {
  const small = within(await pictureOf(300));
  const named = small.replace("data:", "&kind;");
  for (const svg of [small, `<!DOCTYPE svg [<!ENTITY kind "data:">]>${named}`]) {
    expect(await drawnOnWhite(Buffer.from(svg), most)).toMatchObject({ blank: false });
  }
  const address = await pictureOf(4_001);
  expect(address.length).toBeLessThan(30_000);
  const large = within(address);
  for (const svg of [
    large,
    within(`${address}#here`),
    large.replace("data:", "&#100;ata:"),
    large.replace("data:", " d&#10;ata:"),
    large.replace("data:", "DATA:"),
    large.replace("image/png", "image/svg+xml"),
    `<!DOCTYPE svg [<!ENTITY kind "data:">]>${large.replace("data:", "&kind;")}`,
    `<!DOCTYPE svg [<!ENTITY k "a:"><!ENTITY kind "dat&k;">]>${large.replace("data:", "&kind;")}`,
    `<?xml version="1.0" encoding="utf-7"?>${large.replace("data:", "+AGQ-ata:")}`,
  ]) {
    expect(await drawnOnWhite(Buffer.from(svg), most), svg.slice(0, 200)).toBeNull();
  }
  expect(await drawnOnWhite(Buffer.from(`\ufeff${large}`, "utf16le"), most)).toBeNull();
});

it("gives a drawing up that takes a minute, and draws the one that came after it", async () => {
  const [bomb, logo] = await Promise.all([
    drawnOnWhite(anSvgBomb(), most),
    drawnOnWhite(anSvgLogo(), most),
  ]);
  expect(bomb).toBe("tooHeavy");
  expect(logo).toMatchObject({ width: 900, height: 450 });
});

it("knows an SVG file by its content alone", async () => {
  expect(await isSvg(anSvgLogo())).toBe(true);
  expect(await isSvg(Buffer.from("<html><svg></svg></html>"))).toBe(false);
  expect(await isSvg(await aPhotograph())).toBe(false);
});

it("keeps of a picture the pixels, the right way up and no larger than asked for", async () => {
  const drawn = await draws(await aPhotograph(), { width: 40, height: 60 });
  const { format, exif, width, height } = await sharp(drawn.png).metadata();
  expect({ format, exif, width, height }).toEqual({
    format: "png",
    exif: undefined,
    width: 40,
    height: 60,
  });
});
