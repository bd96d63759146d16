import { codeLines } from "#documents/paper-head.ts";
import type { Actor } from "#domain/actor/schema.ts";
import { shownCode } from "#domain/check-in/queries.ts";
import { env } from "#lib/env.ts";
import { type Locale, localePath } from "#lib/locales.ts";

/** What the screen renews itself with. */
export type ShownView = {
  /** A QR code as an SVG path; null where none is shown. */
  picture: { path: string; size: number } | null;
  secondsLeft: number;
  present: number;
  all: number;
};

type Asked = { locale: Locale; slug: string; date: string; asked: URLSearchParams };

/** The code of this moment for whoever may show it, with its picture; null to everybody else. */
export async function readShown(actor: Actor, { locale, slug, date, asked }: Asked, now: Date) {
  const place = { date, agendaItemId: asked.get("item"), pickupId: asked.get("stop") };
  const shown = await shownCode(actor, slug, place, now);
  if (!shown) return null;
  const { code, secondsLeft, present, all } = shown;
  const address = env().APP_URL + localePath(locale, `/trips/${slug}/check-in/${code}`);
  const view: ShownView = { picture: code ? codeLines(address) : null, secondsLeft, present, all };
  return { shown, view };
}
