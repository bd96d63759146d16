import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

let inlined: string | undefined;

/** The faces of the product's own pages, with their files in them: a page that is printed waits for no server. */
export function fontFaces(): string {
  inlined ??= readFileSync("app/look/fonts.css", "utf8")
    .replaceAll("font-display: swap", "font-display: block")
    .replace(/url\("([^"]+)"\)/g, (_all, file: string) => {
      const content = readFileSync(require.resolve(file)).toString("base64");
      return `url(data:font/woff2;base64,${content})`;
    });
  return inlined;
}
