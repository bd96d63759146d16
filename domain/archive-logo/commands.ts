import { createHash } from "node:crypto";
import { fileTypeFromBuffer } from "file-type";
import type { Tx } from "#db/client.ts";
import { projectLogo } from "#db/schema/logo.ts";
import type { Problem, ProblemReason } from "#domain/archive-problem/schema.ts";
import { readLogo } from "#domain/logo/commands.ts";
import { type LogoProblem, mostPixels, tidyName } from "#domain/logo/rules.ts";
import { logoName } from "#domain/logo/schema.ts";
import { type DrawnPicture, pictureSize } from "#lib/picture.ts";
import type { LogoEntry } from "./schema.ts";

/** A logo of a file as it will be kept. */
export type ReadLogo = Pick<LogoEntry, "addedAt"> & {
  name: ReturnType<typeof tidyName>;
  picture: DrawnPicture;
};

/** What is said of a logo in a file, where an upload has a sentence of its own. */
const reasons: Record<LogoProblem, ProblemReason> = {
  logoMissing: "logoNotPng",
  logoHeic: "logoNotPng",
  logoWrongKind: "logoNotPng",
  logoUnreadable: "logoNotPng",
  logoTooHeavy: "logoNotPng",
  logoTooLarge: "logoTooLarge",
  logoTooManyPixels: "logoTooLarge",
  logoTooSmall: "logoTooSmall",
  logoTooLong: "logoTooLong",
  logoBlank: "logoBlank",
};

/**
 * The logos of a file, looked at and drawn anew as those that somebody sends, or what is wrong with them. No picture is
 * opened that says of itself that it is larger than one that is kept.
 */
export async function readLogos(
  logos: readonly LogoEntry[],
): Promise<{ read: ReadLogo[]; problems: Problem[] }> {
  const read: ReadLogo[] = [];
  const problems: Problem[] = [];
  for (const [index, { name: given, addedAt, content }] of logos.entries()) {
    const path = ["project", "logos", index];
    const name = logoName.safeParse(given);
    if (!name.success) problems.push({ path: [...path, "name"], reason: "empty" });
    const picture = await drawn(Buffer.from(content, "base64"));
    if (typeof picture === "string") {
      problems.push({ path: [...path, "content"], reason: reasons[picture] });
    } else if (name.success) read.push({ name: tidyName(name.data), addedAt, picture });
  }
  return { read, problems };
}

async function drawn(content: Buffer): Promise<DrawnPicture | LogoProblem> {
  const mime = (await fileTypeFromBuffer(content))?.mime;
  const said = mime === "image/png" ? await pictureSize(content) : null;
  if (!said) return "logoWrongKind";
  if (said.width > mostPixels.width || said.height > mostPixels.height) return "logoTooLarge";
  const file = await readLogo(content);
  return "problem" in file ? file.problem : file;
}

/** Gives a new project the logos of a file in their order; one that stands there twice is kept once. Answers how many. */
export async function writeLogos(
  tx: Tx,
  projectId: string,
  logos: readonly ReadLogo[],
): Promise<number> {
  const rows = logos.map(({ name, addedAt, picture: { png, width, height } }) => {
    const sha256 = createHash("sha256").update(png).digest("hex");
    return {
      ...{ projectId, name, addedAt: new Date(addedAt) },
      ...{ content: png, bytes: png.length, sha256, width, height },
    };
  });
  const once = rows.filter(
    ({ sha256 }, index) => rows.findIndex((one) => one.sha256 === sha256) === index,
  );
  if (once.length) {
    await tx
      .insert(projectLogo)
      .values(once.map((one, index) => ({ ...one, position: index + 1 })));
  }
  return once.length;
}
