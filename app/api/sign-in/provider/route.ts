import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { oidcLabel } from "#app/_server/oidc.ts";
import { readOwnForm, refused } from "#app/_server/own-form.ts";
import { startAtProvider } from "#app/_server/provider-sign-in.ts";

/**
 * Sends the person to the identity provider. By a page and not by a redirect: the policy
 * `form-action 'self'` would block one that follows a form to another site.
 */
export async function POST(request: Request): Promise<Response> {
  const provider = oidcLabel();
  if (!provider) notFound();
  const form = await readOwnForm(request);
  if (!form) return refused();
  const started = await startAtProvider(form.field("returnTo"), form.locale);
  if ("problem" in started) return started.problem;
  const t = await getTranslations({ locale: form.locale, namespace: "signIn" });
  const text = escaped(t("toProvider", { provider }));
  const address = escaped(started.address);
  const page = `<!doctype html><html lang="${form.locale}"><head><meta charset="utf-8"><title>${text}</title>
<meta name="viewport" content="width=device-width"><meta http-equiv="refresh" content="0;url=${address}"></head>
<body><main><h1><a href="${address}">${text}</a></h1></main></body></html>`;
  const headers = new Headers({
    "content-type": "text/html; charset=utf-8",
    "cache-control": "no-store",
  });
  for (const cookie of started.cookies) headers.append("set-cookie", cookie);
  return new Response(page, { headers });
}

const escaped = (text: string) =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
