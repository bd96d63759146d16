import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { sameOrigin } from "#lib/origin.ts";

/** First line of a server action that writes: a form of another site is answered "not found". */
export async function demandOwnOrigin(): Promise<void> {
  if (!sameOrigin(await headers())) notFound();
}
