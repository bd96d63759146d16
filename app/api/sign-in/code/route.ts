import { finishSignIn } from "#app/_server/finish-sign-in.ts";
import { readOwnForm, refused, seeOther } from "#app/_server/own-form.ts";
import { currentActor } from "#app/_server/session.ts";
import { signInBegun } from "#app/_server/sign-in.ts";
import { useCode as tryCode } from "#domain/sign-in/commands.ts";
import { localePath } from "#lib/locales.ts";

/** Signs in with the code of the mail that this browser asked for. */
export async function POST(request: Request): Promise<Response> {
  const form = await readOwnForm(request);
  if (!form) return refused();
  const { field, locale } = form;
  const challengeId = (await signInBegun())?.challengeId ?? "";
  const entry = { challengeId, code: field("code") };
  const tried = await tryCode(await currentActor(), entry, new Date());
  if (tried.ok) return finishSignIn(tried);
  const left = String(tried.detail?.triesLeft ?? "");
  const query = new URLSearchParams({ problem: tried.reason, ...(left ? { left } : {}) });
  return seeOther(`${localePath(locale, "/sign-in/code")}?${query}`);
}
