import { getTranslations } from "next-intl/server";
import type { Actor } from "#domain/actor/schema.ts";
import { sheetsToTake } from "#domain/archive-evidence/queries.ts";
import { type Locale, localePath } from "#lib/locales.ts";

type TripFileProps = { locale: Locale; actor: Actor; slug: string };

/** The whole trip to take along, with more or less of it, and what is not in the file. */
export async function TripFile({ locale, actor, slug }: TripFileProps) {
  const t = await getTranslations("organise.overview");
  const kept = await sheetsToTake(actor, slug);
  const address = (asked = "") => localePath(locale, `/organise/trips/${slug}/archive${asked}`);
  return (
    <div className="small">
      <p>
        {t("archive")} <a href={address()}>{t("archiveAlone")}</a>,{" "}
        <a href={address("?people=1")}>{t("archivePeople")}</a>
        {kept ? (
          <>
            , <a href={address("?people=1&sheets=1")}>{t("archiveSheets", kept)}</a>
          </>
        ) : null}
      </p>
      {kept ? <p>{t("archiveSheetsAlone")}</p> : null}
      {kept && kept.fitting < kept.sheets ? <p>{t("archiveSheetsLeft", kept)}</p> : null}
    </div>
  );
}
