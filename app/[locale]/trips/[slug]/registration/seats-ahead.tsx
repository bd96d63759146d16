import { getTranslations } from "next-intl/server";
import type { Call } from "#domain/call/queries.ts";
import { joinList } from "#lib/dates.ts";
import { type Locale, textIn } from "#lib/locales.ts";

/** What somebody who registers now can expect, in words. */
export async function SeatsAhead({ call, locale }: { call: Call; locale: Locale }) {
  const t = await getTranslations("registration.seats");
  const { capacity, free, freeForAll, kept, keptFor, waiting } = call.seats;
  const names = joinList(
    keptFor.map(({ name }) => textIn(locale, name)),
    locale,
  );
  if (free === 0) return <p className="lead">{t("full", { capacity, waiting })}</p>;
  if (freeForAll <= 0) return <p className="lead">{t("onlyKept", { kept, names })}</p>;
  return (
    <p className="lead">
      {t("free", { free: freeForAll, capacity })} {kept > 0 ? t("kept", { kept, names }) : null}
    </p>
  );
}
