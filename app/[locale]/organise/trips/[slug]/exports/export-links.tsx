import { getTranslations } from "next-intl/server";
import { exportFormats, exportKinds } from "#domain/export/schema.ts";
import { type Locale, localePath } from "#lib/locales.ts";

type ExportLinksProps = {
  locale: Locale;
  slug: string;
  /** Whether the reader organises the trip: an administrator reads neither needs nor answers. */
  organises: boolean;
};

/** The tables that can be taken along, each with a sentence of what is in it. */
export async function ExportLinks({ locale, slug, organises }: ExportLinksProps) {
  const t = await getTranslations("export");
  const kinds = exportKinds.filter((kind) => organises || kind !== "needs");
  const folder = localePath(locale, `/organise/trips/${slug}/exports`);
  return (
    <section className="screen" aria-labelledby="exports">
      <h2 id="exports">{t("title")}</h2>
      <p>{t("lead")}</p>
      <ul className="entries">
        {kinds.map((kind) => (
          <li key={kind}>
            <h3>{t(`kind.${kind}`)}</h3>
            <p>
              {t(
                kind === "registrations" && !organises
                  ? "says.registrationsToRead"
                  : `says.${kind}`,
              )}
            </p>
            <p>
              {exportFormats.map((format, at) => (
                <span key={format}>
                  {at > 0 ? " · " : null}
                  <a
                    href={`${folder}/${kind}.${format}`}
                    aria-label={`${t(`kind.${kind}`)}: ${format.toUpperCase()}`}
                  >
                    {format.toUpperCase()}
                  </a>
                </span>
              ))}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
