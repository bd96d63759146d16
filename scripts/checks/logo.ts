import sharp from "sharp";

/** A logo of so many pixels in one colour, as a file. */
export function aLogo(
  width = 300,
  height = 150,
  type: "png" | "jpeg" = "png",
  background = "#1e6b3a",
): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background } })
    .toFormat(type)
    .toBuffer();
}

/** The same as SVG, with `inside` drawn on it. */
export const anSvgLogo = (inside = '<rect width="300" height="150" fill="#1e6b3a"/>') =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="150" viewBox="0 0 300 150">${inside}</svg>`,
  );

/** A few kilobytes that take a minute to draw. */
export function anSvgBomb(): Buffer {
  const clouds = '<feTurbulence baseFrequency="0.9" numOctaves="10"/>'.repeat(200);
  const filter = `<filter id="f" x="0" y="0" width="1" height="1">${clouds}</filter>`;
  return anSvgLogo(`${filter}<rect width="300" height="150" filter="url(#f)"/>`);
}
