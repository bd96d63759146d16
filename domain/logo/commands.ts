import { createHash } from "node:crypto";
import { and, eq, gt, sql } from "drizzle-orm";
import { fileTypeFromBuffer } from "file-type";
import { database, type Tx } from "#db/client.ts";
import { projectLogo } from "#db/schema/logo.ts";
import type { Actor } from "#domain/actor/schema.ts";
import { recordAudit } from "#domain/audit/commands.ts";
import { heldProject } from "#domain/project/queries.ts";
import { type DrawnPicture, drawnOnWhite, isSvg, pictureSize } from "#lib/picture.ts";
import { fieldReasons, type Result } from "#lib/result.ts";
import {
  type LogoProblem,
  logoKind,
  mostPixels,
  mostSentPixels,
  pictureProblem,
  tidyName,
} from "./rules.ts";
import { type LogoName, type LogoReference, logoName, mostLogos, type SentLogo } from "./schema.ts";

/** `invalid` carries in `detail` the key of a sentence per field: `logo` is the file. */
type Refusal = "notFound" | "invalid";

/**
 * Puts a logo at the end of those of a project: its pixels alone, on white, as PNG. For whoever keeps the project.
 * Name and file are told together what is wrong with them.
 */
export async function addLogo(
  actor: Actor,
  input: SentLogo,
  now: Date,
): Promise<Result<{ sha256: string }, Refusal | "logosFull">> {
  const { projectId, bytes } = input;
  // Whose the project is comes first: nobody else's file is worth being read.
  const own = await database().transaction((tx) => heldProject(tx, actor, projectId));
  if (!own) return notFound;
  const name = logoName.safeParse(input.name);
  const file = await readLogo(bytes);
  const wrong = {
    ...("problem" in file ? { logo: file.problem } : {}),
    ...namesWrong(name.error?.issues ?? []),
  };
  if (!name.success || "problem" in file) return invalid(wrong);
  const { png: content, width, height } = file;
  const sha256 = createHash("sha256").update(content).digest("hex");
  const facts = { width, height, bytes: content.length, sha256 };
  return withProject(actor, projectId, async (tx, organisationId) => {
    const count = await tx.$count(projectLogo, eq(projectLogo.projectId, projectId));
    if (count >= mostLogos) return { ok: false, reason: "logosFull" };
    const [made] = await tx
      .insert(projectLogo)
      .values({
        ...facts,
        projectId,
        name: tidyName(name.data),
        position: count + 1,
        content,
        addedAt: now,
      })
      .onConflictDoNothing({ target: [projectLogo.projectId, projectLogo.sha256] })
      .returning({ sha256: projectLogo.sha256 });
    if (!made) return invalid({ logo: "logoKnown" });
    const entry = { action: "logo.add", subjectId: projectId, organisationId };
    await recordAudit(tx, actor, { ...entry, details: { ...facts, name: name.data.lv } });
    return { ok: true, sha256 };
  });
}

/** Says anew whose logo it is. */
export async function renameLogo(
  actor: Actor,
  input: LogoReference & { name: LogoName },
  _now: Date,
): Promise<Result<object, Refusal>> {
  return withLogo(actor, input, async (tx, organisationId) => {
    const name = logoName.safeParse(input.name);
    if (!name.success) return invalid(namesWrong(name.error.issues));
    await tx
      .update(projectLogo)
      .set({ name: tidyName(name.data) })
      .where(isLogo(input));
    const details = { sha256: input.sha256, name: name.data.lv };
    const entry = { action: "logo.rename", subjectId: input.projectId, organisationId, details };
    await recordAudit(tx, actor, entry);
    return { ok: true };
  });
}

/** Lets a logo change places with the one before it; the first stays where it is. */
export async function moveLogo(
  actor: Actor,
  input: LogoReference,
  _now: Date,
): Promise<Result<object, "notFound">> {
  const { projectId, sha256 } = input;
  return withLogo(actor, input, async (tx, organisationId, position) => {
    if (position === 1) return { ok: true };
    await tx
      .update(projectLogo)
      .set({ position: sql`${2 * position - 1} - ${projectLogo.position}` })
      .where(
        sql`${projectLogo.projectId} = ${projectId}
          and ${projectLogo.position} in (${position - 1}, ${position})`,
      );
    const entry = { action: "logo.move", subjectId: projectId, organisationId };
    await recordAudit(tx, actor, { ...entry, details: { sha256, position: position - 1 } });
    return { ok: true };
  });
}

/** Takes a logo away; those after it move up. */
export async function removeLogo(
  actor: Actor,
  input: LogoReference,
  _now: Date,
): Promise<Result<object, "notFound">> {
  const { projectId, sha256 } = input;
  return withLogo(actor, input, async (tx, organisationId, position) => {
    await tx.delete(projectLogo).where(isLogo(input));
    await tx
      .update(projectLogo)
      .set({ position: sql`${projectLogo.position} - 1` })
      .where(and(eq(projectLogo.projectId, projectId), gt(projectLogo.position, position)));
    const entry = { action: "logo.remove", subjectId: projectId, organisationId };
    await recordAudit(tx, actor, { ...entry, details: { sha256 } });
    return { ok: true };
  });
}

/**
 * A file by its content, whatever it is called: as it is kept, or what is wrong with it. How many pixels it has is read
 * before any of them.
 */
export async function readLogo(
  bytes: Uint8Array,
): Promise<DrawnPicture | { problem: LogoProblem }> {
  const kind = logoKind(bytes.length, await mimeOf(bytes));
  if (kind !== "png" && kind !== "jpeg" && kind !== "svg") return { problem: kind };
  const size = kind === "svg" ? null : await pictureSize(bytes);
  if (size && size.width * size.height > mostSentPixels) return { problem: "logoTooManyPixels" };
  const drawn = await drawnOnWhite(bytes, mostPixels);
  if (drawn === "tooHeavy") return { problem: "logoTooHeavy" };
  if (!drawn) return { problem: "logoUnreadable" };
  const problem = pictureProblem({ ...drawn, bytes: drawn.png.length });
  return problem ? { problem } : drawn;
}

/** SVG is text, which no signature tells. */
async function mimeOf(bytes: Uint8Array): Promise<string | undefined> {
  const mime = (await fileTypeFromBuffer(bytes))?.mime;
  const isText = mime === undefined || mime === "application/xml";
  return isText && (await isSvg(bytes)) ? "image/svg+xml" : mime;
}

async function withProject<Outcome>(
  actor: Actor,
  projectId: string,
  change: (tx: Tx, organisationId: string) => Promise<Outcome>,
): Promise<Outcome | typeof notFound> {
  return database().transaction(async (tx) => {
    const organisationId = await heldProject(tx, actor, projectId);
    return organisationId ? change(tx, organisationId) : notFound;
  });
}

async function withLogo<Outcome>(
  actor: Actor,
  reference: LogoReference,
  change: (tx: Tx, organisationId: string, position: number) => Promise<Outcome>,
): Promise<Outcome | typeof notFound> {
  return withProject(actor, reference.projectId, async (tx, organisationId) => {
    const [known] = await tx
      .select({ position: projectLogo.position })
      .from(projectLogo)
      .where(isLogo(reference));
    return known ? change(tx, organisationId, known.position) : notFound;
  });
}

const isLogo = ({ projectId, sha256 }: LogoReference) =>
  and(eq(projectLogo.projectId, projectId), eq(projectLogo.sha256, sha256));

/** Sentences by field, as the form names its fields. */
const namesWrong = (issues: Parameters<typeof fieldReasons>[0]) =>
  Object.fromEntries(
    Object.entries(fieldReasons(issues)).map(([path, key]) => [`logoName.${path}`, key]),
  );

const notFound = { ok: false, reason: "notFound" } as const;

const invalid = (detail: Record<string, string>) =>
  ({ ok: false, reason: "invalid", detail }) as const;
