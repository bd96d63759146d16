import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { untouched } from "#components/form-state.ts";
import { PageShell } from "#components/page-shell.tsx";
import { RecordForm } from "#components/record-form.tsx";
import { host } from "#domain/host/queries.ts";
import { recordFacts } from "#domain/record/queries.ts";
import { formatDateShort } from "#lib/dates.ts";
import { localePath, textIn } from "#lib/locales.ts";
import { requireOrganiser } from "../../require-organiser.ts";
import { speakerFields } from "../../speakers/speaker-fields.ts";
import { makeSpeaker } from "../actions.ts";
import { ChangeHost } from "./change-host.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("organise.hosts");
  return { title: t("one") };
}

const done = ["host", "speaker", "changed", "merged", "removed"] as const;

export default async function HostPage({
  params,
  searchParams,
}: PageProps<"/[locale]/organise/hosts/[host]">) {
  const { host: hostId } = await params;
  const path = `/organise/hosts/${hostId}`;
  const { locale, actor } = await requireOrganiser(params, path);
  const [found, facts, asked] = await Promise.all([
    host(actor, hostId),
    recordFacts(actor, hostId),
    searchParams,
  ]);
  if (!found || !facts) notFound();
  const t = await getTranslations("organise");
  const notice = done.find((one) => one === asked.done);
  return (
    <PageShell path={path}>
      <p className="kicker">
        <a href={localePath(locale, "/organise/hosts")}>{t("hosts.title")}</a>
      </p>
      <h1>{found.name}</h1>
      {notice ? (
        <p className="notice" role="status">
          {t(`hosts.done.${notice}`)}
        </p>
      ) : null}
      <p className="lead">
        {[t(`hosts.sort.${found.kind}`), found.place].filter(Boolean).join(", ")}
        {facts.groupLimit ? `, ${t("hosts.takes", { count: facts.groupLimit })}` : ""}
      </p>
      {facts.domains.length ? (
        <p>{t("hosts.domains", { domains: facts.domains.join(", ") })}</p>
      ) : null}
      {facts.formerNames.map(({ name, validTo }) => (
        <p key={validTo}>
          {t("hosts.formerly", { name, until: formatDateShort(validTo, locale) })}
        </p>
      ))}
      {facts.trips.length ? (
        <section>
          <h2>{t("hosts.trips")}</h2>
          <ul className="plain">
            {facts.trips.map(({ title, firstDay, items }) => (
              <li key={`${title}${firstDay}`}>
                {title}
                {firstDay ? ` (${formatDateShort(firstDay, locale)})` : ""},{" "}
                {t("hosts.items", { count: items })}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <section>
        <h2>{t("hosts.speakers")}</h2>
        {found.speakers.length ? null : <p>{t("hosts.noSpeakers")}</p>}
        <ul className="plain">
          {found.speakers.map(({ id, givenName, familyName, role, mayBeNamed }) => (
            <li key={id}>
              <a href={localePath(locale, `/organise/speakers/${id}`)}>
                {givenName} {familyName}
              </a>
              , {textIn(locale, role)}
              {mayBeNamed ? "" : ` (${t("hosts.unpublished")})`}
            </li>
          ))}
        </ul>
      </section>
      <RecordForm
        action={makeSpeaker.bind(null, locale, found.id)}
        initial={untouched()}
        fields={await speakerFields()}
        submit={t("hosts.saveSpeaker")}
        formId="speaker"
        idPrefix="speaker-"
        fold={{ summary: t("hosts.addSpeaker") }}
      />
      {found.kind === "host" || found.kind === "other" ? (
        <ChangeHost host={found} facts={facts} actor={actor} locale={locale} />
      ) : null}
    </PageShell>
  );
}
