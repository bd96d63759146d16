import { getTranslations } from "next-intl/server";
import { calendarAnswer } from "#app/_server/calendar-answer.ts";
import { currentActor } from "#app/_server/session.ts";
import { calendarText } from "#documents/calendar.ts";
import { tripCalendar } from "#domain/calendar/queries.ts";
import { eventsOf } from "#domain/calendar/rules.ts";
import { env } from "#lib/env.ts";
import { isLocale, textIn } from "#lib/locales.ts";

/** The days of a trip for a calendar: the same for everybody who may see it. */
export async function GET(
  request: Request,
  { params }: RouteContext<"/[locale]/trips/[slug]/calendar.ics">,
): Promise<Response> {
  const { locale, slug } = await params;
  const trip = isLocale(locale) ? await tripCalendar(await currentActor(), slug) : null;
  if (!isLocale(locale) || !trip) return new Response(null, { status: 404 });
  const text = calendarText(eventsOf(trip, null), {
    locale,
    t: await getTranslations({ locale }),
    name: textIn(locale, trip.title),
    method: trip.cancelledAt ? "CANCEL" : "PUBLISH",
    home: env().APP_URL,
    from: env().MAIL_FROM,
  });
  return calendarAnswer(request, text, `${slug}.ics`);
}
