import { readFile } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";

/**
 * Icons of the roll call on a home screen, by file name. The flag's stripes fill them to the edges, so that a phone may
 * cut the maskable one, and Apple's, to any shape.
 */
const widths = new Map(
  Object.entries({ "192.png": 192, "512.png": 512, "maskable-512.png": 512, "apple-180.png": 180 }),
);

/** Drawn of the one icon while building. */
export const dynamic = "force-static";
export const dynamicParams = false;

export const generateStaticParams = () => [...widths.keys()].map((icon) => ({ icon }));

export async function GET(
  _request: Request,
  { params }: RouteContext<"/icons/[icon]">,
): Promise<Response> {
  const width = widths.get((await params).icon);
  if (!width) return new Response(null, { status: 404 });
  const svg = await readFile(join(process.cwd(), "app/icon.svg"));
  const png = await sharp(svg, { density: (72 * width) / 32 })
    .resize(width, width)
    .flatten({ background: "#ffffff" })
    .png()
    .toBuffer();
  const headers = { "content-type": "image/png", "cache-control": "public, max-age=604800" };
  return new Response(new Uint8Array(png), { headers });
}
