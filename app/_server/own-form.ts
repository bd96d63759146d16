import { defaultLocale, isLocale, type Locale } from "#lib/locales.ts";
import { sameOrigin } from "#lib/origin.ts";

export type OwnForm = { field: (name: string) => string; locale: Locale };

/** The fields of a urlencoded form sent from one of our own pages; null from anywhere else. */
export async function readOwnForm(request: Request): Promise<OwnForm | null> {
  if (!sameOrigin(request.headers)) return null;
  const fields = new URLSearchParams(await request.text());
  const field = (name: string) => fields.get(name) ?? "";
  const locale = field("locale");
  return { field, locale: isLocale(locale) ? locale : defaultLocale };
}

/** Answers a form: the browser goes on with a GET of this path of ours. */
export function seeOther(path: string, cookies: readonly string[] = []): Response {
  const headers = new Headers({ location: path, "cache-control": "no-store" });
  for (const cookie of cookies) headers.append("set-cookie", cookie);
  return new Response(null, { status: 303, headers });
}

/** To a form of another site. */
export const refused = () => new Response(null, { status: 403 });
