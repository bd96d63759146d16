import sharp from "sharp";

/** The pictures within one SVG file have at most so many pixels together: each takes four bytes while it is drawn. */
const mostPixels = 16_000_000;

/**
 * Whether the pictures that an SVG file holds within itself are small enough to be drawn: a file of some kilobytes can
 * hold one that fills the memory. What hides from being looked at, by its encoding or by entities, counts as too large.
 */
export async function holdsSmallPictures(file: Uint8Array): Promise<boolean> {
  const text = plain(file);
  if (text === null) return false;
  let pixels = 0;
  for (const [, uri = ""] of text.matchAll(/["'(](data:[^"')<>]*)/gi)) {
    const inside = /^data:image\/(?:png|jpe?g|gif|webp);base64,([\w+/=%-]+)/i.exec(uri)?.[1];
    pixels += inside ? await pixelsOf(inside) : Number.POSITIVE_INFINITY;
    if (pixels > mostPixels) return false;
  }
  return true;
}

async function pixelsOf(base64: string): Promise<number> {
  try {
    const bytes = Buffer.from(decodeURIComponent(base64), "base64");
    const image = sharp(bytes, { limitInputPixels: mostPixels });
    const { format, width, height } = await image.metadata();
    return format === "svg" ? Number.POSITIVE_INFINITY : width * height;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}

/** The text as an XML parser reads it, without blanks and the like, which addresses may have anywhere; null where that is not sure. */
function plain(file: Uint8Array): string | null {
  const text = decoded(file);
  const entities = text === null ? null : entitiesOf(text);
  if (text === null || entities === null) return null;
  let named = 0;
  const expanded = text
    .replace(declaration, "")
    .replace(/&([\w.:-]+);/g, (reference, name: string) => {
      const value = entities.get(name);
      if (value !== undefined) named += 1;
      return named > mostReferences ? reference : (value ?? reference);
    });
  if (named > mostReferences) return null;
  return expanded.replace(/&#(?:x([\da-f]+)|(\d+));/gi, signOf).replace(/[\p{C}\s]/gu, "");
}

/** As many names of entities, of as many letters, as a drawing program writes for its namespaces, and more. */
const mostReferences = 1_000;
const mostLetters = 200;

function decoded(file: Uint8Array): string | null {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(file);
    const encoding = /^\s*<\?xml[^>]*\sencoding\s*=\s*["']([^"']*)/.exec(text)?.[1] ?? "utf-8";
    const isPlain = /^(?:utf-8|us-ascii|iso-8859-1)$/i.test(encoding);
    return isPlain && !text.includes("\0") ? text : null;
  } catch {
    return null;
  }
}

const declaration = /<!ENTITY\s+([\w.:-]+)\s+(?:"([^"]*)"|'([^']*)')\s*>/g;

/** Values by name; null where one is more than a short text. */
function entitiesOf(text: string): Map<string, string> | null {
  const found = [...text.matchAll(declaration)];
  const values = new Map(found.map(([, name = "", one, other]) => [name, one ?? other ?? ""]));
  const all = text.match(/<!ENTITY/g)?.length ?? 0;
  const areShort = [...values.values()].every(
    (value) => value.length <= mostLetters && !/[&%]/.test(value),
  );
  return values.size === all && areShort ? values : null;
}

function signOf(reference: string, hex?: string, decimal?: string): string {
  const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
  return code <= 0x10ffff ? String.fromCodePoint(code) : reference;
}
