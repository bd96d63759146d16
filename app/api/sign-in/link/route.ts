import { finishSignIn } from "#app/_server/finish-sign-in.ts";
import { readOwnForm, refused, seeOther } from "#app/_server/own-form.ts";
import { currentActor } from "#app/_server/session.ts";
import { useLink as spendLink } from "#domain/sign-in/commands.ts";
import { localePath } from "#lib/locales.ts";

/** Signs in with the link of a mail, in any browser; only the button of its page gets here. */
export async function POST(request: Request): Promise<Response> {
  const form = await readOwnForm(request);
  if (!form) return refused();
  const token = form.field("t");
  const spent = await spendLink(await currentActor(), { token }, new Date());
  if (spent.ok) return finishSignIn(spent);
  const query = new URLSearchParams({ t: token });
  return seeOther(`${localePath(form.locale, "/sign-in/confirm")}?${query}`);
}
