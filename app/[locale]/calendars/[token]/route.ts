import { getTranslations } from "next-intl/server";
import { calendarAnswer } from "#app/_server/calendar-answer.ts";
import { calendarText } from "#documents/calendar.ts";
import { actorOfCalendar } from "#domain/actor/queries.ts";
import { ownCalendar } from "#domain/calendar/queries.ts";
import { eventsOf } from "#domain/calendar/rules.ts";
import { env } from "#lib/env.ts";

const ending = ".ics";

/**
 * All trips of a person for a calendar that subscribes to them, without signing in and in the person's own
 * language, whatever the language of the address.
 */
export async function GET(
  request: Request,
  { params }: RouteContext<"/[locale]/calendars/[token]">,
): Promise<Response> {
  const { token } = await params;
  const actor = token.endsWith(ending)
    ? await actorOfCalendar(token.slice(0, -ending.length))
    : null;
  if (!actor) return new Response(null, { status: 404 });
  const { locale } = actor;
  const t = await getTranslations({ locale });
  const own = await ownCalendar(actor);
  const text = calendarText(
    own.flatMap(({ trip, place }) => eventsOf(trip, place)),
    {
      locale,
      t,
      name: t("calendar.name"),
      method: "PUBLISH",
      home: env().APP_URL,
      from: env().MAIL_FROM,
    },
  );
  return calendarAnswer(request, text, "pieredze.ics");
}
