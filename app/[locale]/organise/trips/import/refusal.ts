import { randomUUID } from "node:crypto";
import { cookies } from "next/headers";
import { cookieOptions } from "#app/_server/auth-cookies.ts";
import type { Problem } from "#domain/archive-problem/schema.ts";
import { seal, unseal } from "#lib/seal.ts";

/** Why a file was not taken, on its way back to the form. */
export type Refusal = { organisationId: string; problems: readonly Problem[] };

type Kept = { number: string; organisationId: string; problems: Problem[]; more: number };

const cookieName = "import-refusal";
const purpose = "refusal of a trip's file";
const keptSeconds = 10 * 60;

/** So many are told at once; of the others, how many there are. */
const most = 20;

/** A browser keeps no larger cookie; sealed, it is a third longer. */
const mostLetters = 2_600;

/** A cookie, which only this installation reads, and the number by which the address of the form asks for it. */
export async function keepRefusal({ organisationId, problems }: Refusal) {
  const kept: Kept = {
    number: randomUUID(),
    organisationId,
    problems: problems.slice(0, most).map(shortened),
    more: Math.max(0, problems.length - most),
  };
  while (kept.problems.length > 1 && Buffer.byteLength(JSON.stringify(kept)) > mostLetters) {
    kept.problems.pop();
    kept.more += 1;
  }
  const sealed = await seal(purpose, kept, keptSeconds);
  const secure = cookieOptions().secure ? "; Secure" : "";
  const facts = `Path=/; Max-Age=${keptSeconds}; HttpOnly; SameSite=Lax${secure}`;
  return { number: kept.number, cookie: `${cookieName}=${sealed}; ${facts}` };
}

/** What was kept under a number; null when that is long ago, or another file's. */
export async function readRefusal(number: unknown): Promise<Kept | null> {
  const kept = await unseal<Kept>(purpose, (await cookies()).get(cookieName)?.value);
  return kept && kept.number === number ? kept : null;
}

/** A file comes from a stranger, and so do the words in what is wrong with it. */
function shortened({ path, reason, facts }: Problem): Problem {
  const short = path.map((part) => (typeof part === "string" ? part.slice(0, 40) : part));
  const words = Object.entries(facts ?? {}).map(([key, value]) => [
    key,
    typeof value === "string" ? value.slice(0, 100) : value,
  ]);
  return facts
    ? { path: short, reason, facts: Object.fromEntries(words) }
    : { path: short, reason };
}
