import type { CertificateFacts } from "#domain/certificate/schema.ts";
import { filled, paragraphsOf } from "#domain/wording/rules.ts";
import type { WordingTexts } from "#domain/wording/schema.ts";
import { dateInRiga, formatDate, formatDays } from "#lib/dates.ts";
import { textsIn } from "#lib/i18n/catalogue.ts";
import { type Locale, textIn } from "#lib/locales.ts";
import {
  type CodeOnPaper,
  codeOnPaper,
  type EuOnPaper,
  euOnPaper,
  type PaperHead,
} from "./paper-head.ts";

/** What certificate.typ prints: a page for each. */
export type CertificatePaper = PaperHead & { certificates: CertificatePage[] };

export type CertificatePage = {
  lang: Locale;
  organiser: string;
  heading: string;
  name: string;
  institution: string;
  paragraphs: string[];
  facts: { label: string; value: string }[];
  signature: string;
  code: CodeOnPaper;
  check: string;
  eu: EuOnPaper | null;
};

/** Certificates of attendance, in the language of the document; each page is in its person's. */
export function certificatePaper(
  certificates: readonly CertificateFacts[],
  locale: Locale,
  pageOf: (one: CertificateFacts) => CertificatePage,
): CertificatePaper {
  const t = textsIn(locale);
  const first = certificates[0];
  return {
    lang: locale,
    title: t("papers.certificate.documentTitle", {
      trip: first ? textIn(locale, first.trip.title) : "",
    }),
    product: t("common.product"),
    organiser: first ? textIn(locale, first.trip.organiser) : "",
    foot: "",
    eu: null,
    certificates: certificates.map(pageOf),
  };
}

/** The page of one certificate. `address`: of the page that confirms it. */
export function certificatePage(
  facts: CertificateFacts,
  wording: WordingTexts,
  address: string,
): CertificatePage {
  const { locale, trip, person, number, issuedAt } = facts;
  const t = textsIn(locale);
  const organiser = textIn(locale, trip.organiser);
  const text = wording[locale] ?? t.raw("papers.certificate.body");
  const hours =
    facts.hours === null ? "" : t("papers.certificate.hoursCount", { hours: facts.hours });
  const line = (key: "days" | "hours" | "number" | "issued", value: string) =>
    value ? [{ label: t(`papers.certificate.${key}`), value }] : [];
  return {
    lang: locale,
    organiser,
    heading: t("papers.certificate.heading"),
    name: person.name,
    institution: [person.position, person.institution, person.organisation]
      .filter(Boolean)
      .join(", "),
    paragraphs: paragraphsOf(filled(text, certificateFields(facts))),
    facts: [
      ...line("days", formatDays(facts.days, locale)),
      ...line("hours", hours),
      ...line("number", number),
      ...line("issued", formatDate(dateInRiga(issuedAt), locale)),
    ],
    signature: t("papers.certificate.signature"),
    code: codeOnPaper(address, t("papers.certificate.code", { number })),
    check: t("papers.certificate.check", { address }),
    eu: euOnPaper(trip.project, organiser, { locale, t }),
  };
}

/** What the fields of a certificate's words stand for. */
export function certificateFields({ locale, trip, person, days, hours }: CertificateFacts) {
  const t = textsIn(locale);
  return {
    name: person.name,
    institution: person.institution ?? person.organisation,
    position: person.position,
    trip: textIn(locale, trip.title),
    days: formatDays(days, locale),
    hours: hours === null ? "" : t("papers.certificate.hoursCount", { hours }),
    organiser: textIn(locale, trip.organiser),
  };
}
