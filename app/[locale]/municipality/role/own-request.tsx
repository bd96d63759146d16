import { getTranslations } from "next-intl/server";
import type { ownRequests } from "#domain/role-request/queries.ts";
import { formatStamp } from "#lib/dates.ts";
import type { Locale } from "#lib/locales.ts";

type OwnRequestProps = {
  request: Awaited<ReturnType<typeof ownRequests>>[number];
  locale: Locale;
};

const shapes = { open: " waiting", granted: "", refused: " withdrawn" };

/** What somebody asked for, and how far it has come. */
export async function OwnRequest({ request, locale }: OwnRequestProps) {
  const t = await getTranslations("municipality.role");
  const { organisation, note, askedAt, state, refusalReason } = request;
  return (
    <li>
      <h3>{organisation}</h3>
      <p>
        <span className={`state${shapes[state]}`}>{t(`state.${state}`)}</span>
      </p>
      {refusalReason ? <p>{t("refusalReason", { reason: refusalReason })}</p> : null}
      <p className="small">
        {t("sent", { stamp: formatStamp(askedAt, locale) })} {t("noteGiven", { note })}
      </p>
    </li>
  );
}
