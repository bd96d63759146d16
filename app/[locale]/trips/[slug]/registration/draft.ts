import { cookies } from "next/headers";
import { cookieOptions } from "#app/_server/auth-cookies.ts";
import type { RegistrationAnswers } from "#domain/registration/schema.ts";
import { seal, unseal } from "#lib/seal.ts";

/** Answers on their way through sign-in and the check page: not stored anywhere but in the browser, sealed. */
export type Draft = RegistrationAnswers & { email?: string; noPhotos?: boolean };

const cookieName = "registration-draft";
const purpose = "registration draft";
const keptSeconds = 2 * 60 * 60;

export async function keepDraft(draft: Draft): Promise<void> {
  const sealed = await seal(purpose, draft, keptSeconds);
  (await cookies()).set(cookieName, sealed, { ...cookieOptions(), maxAge: keptSeconds });
}

/** The answers that this browser gave within the last two hours, or null. */
export async function readDraft(): Promise<Draft | null> {
  return unseal<Draft>(purpose, (await cookies()).get(cookieName)?.value);
}

export async function forgetDraft(): Promise<void> {
  (await cookies()).set(cookieName, "", { ...cookieOptions(), maxAge: 0 });
}
