import { getTranslations } from "next-intl/server";
import type { rulings } from "#domain/ruling/queries.ts";
import { formatStamp } from "#lib/dates.ts";
import { type Locale, textIn } from "#lib/locales.ts";

type RulingsProps = { decided: NonNullable<Awaited<ReturnType<typeof rulings>>>; locale: Locale };

/** What organisers decided about the municipality's people, with the reasons that they wrote. */
export async function Rulings({ decided, locale }: RulingsProps) {
  const t = await getTranslations("municipality.rulings");
  if (decided.rulings.length === 0) return null;
  return (
    <section>
      <h2>{t("title")}</h2>
      <ul className="entries">
        {decided.rulings.map(({ id, at, kind, person, tripTitle, reason }) => (
          <li key={id}>
            <h3>
              {t(kind)}: {person || t("unnamed")}
            </h3>
            <p>{reason ? t("reason", { reason }) : t("noReason")}</p>
            <p className="small">
              {textIn(locale, tripTitle)} · {formatStamp(at, locale)}
            </p>
          </li>
        ))}
      </ul>
      {decided.more ? <p className="small">{t("more")}</p> : null}
    </section>
  );
}
