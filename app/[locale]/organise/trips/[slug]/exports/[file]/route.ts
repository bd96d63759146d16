import { getTranslations } from "next-intl/server";
import { withoutHead } from "#app/_server/pdf-answer.ts";
import { requirePerson } from "#app/_server/session.ts";
import { exportSheet } from "#documents/export-sheet.ts";
import { csvStream } from "#documents/sheet.ts";
import { xlsxStream } from "#documents/workbook.ts";
import type { PersonActor } from "#domain/actor/schema.ts";
import { attendanceExport } from "#domain/attendance-export/queries.ts";
import { needExport, registrationExport } from "#domain/export/queries.ts";
import { fileAsked } from "#domain/export/rules.ts";
import type { Exported, ExportFormat, ExportKind } from "#domain/export/schema.ts";
import { statisticsExport } from "#domain/statistics/queries.ts";
import { isLocale, localePath } from "#lib/locales.ts";

/** A table of the trip's data, in the language of the address. */
export async function GET(
  _request: Request,
  { params }: RouteContext<"/[locale]/organise/trips/[slug]/exports/[file]">,
): Promise<Response> {
  const { locale, slug, file } = await params;
  const asked = fileAsked(file);
  if (!isLocale(locale) || !asked) return new Response(null, { status: 404 });
  const { kind, format } = asked;
  const address = localePath(locale, `/organise/trips/${slug}/exports/${file}`);
  const exported = await exportOf[kind](await requirePerson(address), slug, format);
  if (!exported) return new Response(null, { status: 404 });
  const t = await getTranslations({ locale });
  const sheet = exportSheet(exported, { locale, t });
  const body = format === "csv" ? csvStream(sheet) : xlsxStream(sheet);
  return new Response(body, {
    headers: {
      "content-disposition": `attachment; filename="${t(`export.fileName.${kind}`)}-${slug}.${format}"`,
      "content-language": locale,
      "content-type": types[format],
    },
  });
}

export const HEAD = withoutHead;

type Export = (actor: PersonActor, slug: string, format: ExportFormat) => Promise<Exported | null>;

const exportOf: Record<ExportKind, Export> = {
  registrations: registrationExport,
  attendance: attendanceExport,
  needs: (actor, slug, format) => needExport(actor, slug, format, new Date()),
  statistics: statisticsExport,
};

const types: Record<ExportFormat, string> = {
  csv: "text/csv; charset=utf-8; header=present",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};
