import { readOwnForm, refused, seeOther } from "#app/_server/own-form.ts";
import { startSignIn } from "#app/_server/sign-in.ts";
import { localePath } from "#lib/locales.ts";

/** Mails a code to the address in the form, also once more to the same. */
export async function POST(request: Request): Promise<Response> {
  const form = await readOwnForm(request);
  if (!form) return refused();
  const { field, locale } = form;
  const returnTo = field("returnTo");
  const started = await startSignIn(field("email"), returnTo, locale);
  if (!started.ok && started.reason === "invalidAddress") {
    const query = new URLSearchParams({ problem: "address", returnTo });
    return seeOther(`${localePath(locale, "/sign-in")}?${query}`);
  }
  return seeOther(`${localePath(locale, "/sign-in/code")}${field("again") ? "?sent=again" : ""}`);
}
