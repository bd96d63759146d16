import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { untouched } from "#components/form-state.ts";
import { PageShell } from "#components/page-shell.tsx";
import { stillKept } from "#domain/municipality/rules.ts";
import { formatDays, formatDeadline } from "#lib/dates.ts";
import { localePath, textIn } from "#lib/locales.ts";
import { readMunicipalityTrip } from "../read-municipality-trip.ts";
import { send } from "./actions.ts";
import { DelegationForm } from "./delegation-form.tsx";
import { columns } from "./read-delegation.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("municipality.delegation");
  return { title: t("send") };
}

/** Empty rows with which the form begins. */
const rows = 3;

/** Several people of a municipality are registered together, and places that are named later. */
export default async function DelegationPage({
  params,
  searchParams,
}: PageProps<"/[locale]/municipality/trips/[slug]/delegation">) {
  const found = await readMunicipalityTrip(params, searchParams, "/delegation");
  const { locale, path, own, call, query, slug, now } = found;
  if (!call) notFound();
  const t = await getTranslations("municipality.delegation");
  const person = await getTranslations("person");
  const seats = await getTranslations("municipality.calls");
  const until = (moment: Date) => formatDeadline(moment, locale, now);
  const page = `/municipality/trips/${slug}${query}`;
  const kept = stillKept(call, call.releaseAt, now);
  return (
    <PageShell path={path + query}>
      <p className="kicker">
        <a href={localePath(locale, page)}>{textIn(locale, call.title)}</a>
        {" · "}
        {formatDays(call.dates, locale)}
      </p>
      <h1>{t("title", { municipality: textIn(locale, own.name) })}</h1>
      <p className="lead">
        {call.guaranteed > 0
          ? seats("kept", {
              kept,
              guaranteed: call.guaranteed,
              dated: String(call.releaseAt !== null),
              until: call.releaseAt ? until(call.releaseAt) : "",
            })
          : seats("nothingKept")}{" "}
        {t("deadline", { until: until(call.registrationDeadline) })}
      </p>
      <p className="small">{t("told")}</p>
      <DelegationForm
        action={send.bind(null, locale, { slug, organisationId: own.id, page })}
        initial={untouched({
          key: randomUUID(),
          ...Object.fromEntries(columns.map((name) => [name, Array(rows).fill("")])),
        })}
        texts={{
          rows: {
            person: String(t.raw("person")),
            head: t("head"),
            givenName: person("givenName.label"),
            familyName: person("familyName.label"),
            position: person("position.label"),
            email: person("email.label"),
            phone: person("phone.label"),
          },
          paste: t("paste"),
          pasted: t("pasted"),
          pastedHint: t("pastedHint"),
          file: t("file"),
          fileHint: t("fileHint"),
          takeOver: t("takeOver"),
          people: t("people"),
          more: t("more"),
          unnamed: t("unnamed"),
          unnamedHint: t("unnamedHint", { until: until(call.namesFrozenAt) }),
          demand: t("demand"),
          demandHint: t("demandHint"),
          fit: t("fit"),
          all: t("all"),
          some: t("some"),
          least: t("least"),
          submit: t("submit"),
          back: t("back"),
        }}
        backTo={localePath(locale, page)}
      />
    </PageShell>
  );
}
