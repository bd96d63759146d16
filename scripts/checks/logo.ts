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
