import { getTranslations } from "next-intl/server";
import type { SheetOfDay } from "#domain/sheet/queries.ts";
import { formatStamp } from "#lib/dates.ts";
import type { Locale } from "#lib/locales.ts";

type PicturesProps = { sheets: SheetOfDay["sheets"]; locale: Locale };

/** What came back: pictures to look at, a PDF to open, each with who sent it and its checksum. */
export async function Pictures({ sheets, locale }: PicturesProps) {
  const t = await getTranslations("signedSheet");
  const size = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  return (
    <ol className="plain pictures">
      {sheets.map(({ sheetId, name, type, bytes, sha256, addedAt, byName }) => {
        const href = `/api/files/sheets/${sheetId}`;
        return (
          <li key={sheetId}>
            <p>
              <a href={href}>{name}</a>,{" "}
              {t("size", { size: size.format(Math.max(0.1, bytes / 1024 / 1024)) })}
            </p>
            {type === "application/pdf" ? (
              <p className="small">{t("pdfHint")}</p>
            ) : (
              <a href={href}>
                {/* biome-ignore lint/performance/noImgElement: a stored file that only its readers get, never resized */}
                <img src={href} alt={t("picture", { name })} loading="lazy" />
              </a>
            )}
            <p className="small">
              {formatStamp(addedAt, locale)}
              {byName ? `, ${byName}` : ""}
            </p>
            <p className="small checksum">SHA-256: {sha256}</p>
          </li>
        );
      })}
    </ol>
  );
}
