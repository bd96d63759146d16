import { getTranslations } from "next-intl/server";
import type { Call } from "#domain/call/queries.ts";
import type { PublishedTrip } from "#domain/trip/queries.ts";
import { formatDays, formatDeadline } from "#lib/dates.ts";
import { type Locale, languagesIn, textIn } from "#lib/locales.ts";

type TripFactListProps = { call: Call; trip: PublishedTrip; locale: Locale; now: Date };

/** When, where, until when to register, and who pays: a label above each. */
export async function TripFactList({ call, trip, locale, now }: TripFactListProps) {
  const t = await getTranslations("trip");
  const places = trip.route.flatMap(({ kind, name }) => (kind === "visit" ? [name] : []));
  const facts = [
    ["when", formatDays(call.dates, locale)],
    ["where", [...new Set(places)].join(", ")],
    ["registration", await windowWords(call, locale, now)],
    ["languages", languagesIn(trip.languages, locale)],
    ["costs", trip.costs ? textIn(locale, trip.costs) : ""],
  ] as const;
  return (
    <dl className="facts">
      {facts.map(([label, value]) =>
        value ? (
          <div key={label}>
            <dt>{t(label)}</dt>
            <dd>{value}</dd>
          </div>
        ) : null,
      )}
    </dl>
  );
}

async function windowWords(call: Call, locale: Locale, now: Date): Promise<string> {
  const t = await getTranslations("trip");
  const deadline = formatDeadline(call.registrationDeadline, locale, now);
  if (call.state === "open") return t("until", { deadline });
  if (call.state !== "announced") return t("was", { deadline });
  return t("window", { opens: formatDeadline(call.registrationOpensAt, locale, now), deadline });
}
