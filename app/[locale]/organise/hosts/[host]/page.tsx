import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { untouched } from "#components/form-state.ts";
import { PageShell } from "#components/page-shell.tsx";
import { RecordForm } from "#components/record-form.tsx";
import { host } from "#domain/host/queries.ts";
import { localePath, textIn } from "#lib/locales.ts";
import { requireOrganiser } from "../../require-organiser.ts";
import { makeSpeaker } from "../actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("organise.hosts");
  return { title: t("one") };
}

export default async function HostPage({
  params,
  searchParams,
}: PageProps<"/[locale]/organise/hosts/[host]">) {
  const { host: hostId } = await params;
  const path = `/organise/hosts/${hostId}`;
  const { locale, actor } = await requireOrganiser(params, path);
  const found = await host(actor, hostId);
  if (!found) notFound();
  const t = await getTranslations("organise");
  const { done } = await searchParams;
  return (
    <PageShell path={path}>
      <p className="kicker">
        <a href={localePath(locale, "/organise/hosts")}>{t("hosts.title")}</a>
      </p>
      <h1>{found.name}</h1>
      {done === "host" || done === "speaker" ? (
        <p className="notice" role="status">
          {t(`hosts.done.${done}`)}
        </p>
      ) : null}
      <p className="lead">
        {[t(`hosts.sort.${found.kind}`), found.place].filter(Boolean).join(", ")}
      </p>
      <section>
        <h2>{t("hosts.speakers")}</h2>
        {found.speakers.length ? null : <p>{t("hosts.noSpeakers")}</p>}
        <ul className="plain">
          {found.speakers.map(({ id, givenName, familyName, role, mayBeNamed }) => (
            <li key={id}>
              {givenName} {familyName}, {textIn(locale, role)}
              {mayBeNamed ? "" : ` (${t("hosts.unpublished")})`}
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h2>{t("hosts.addSpeaker")}</h2>
        <RecordForm
          action={makeSpeaker.bind(null, locale, found.id)}
          initial={untouched()}
          fields={[
            { kind: "line", name: "givenName", label: t("hosts.givenName") },
            { kind: "line", name: "familyName", label: t("hosts.familyName") },
            {
              kind: "localized",
              name: "role",
              label: t("hosts.role"),
              others: t("form.otherLanguages"),
              languages: { en: t("form.english"), lt: t("form.lithuanian") },
            },
            {
              kind: "line",
              name: "publicationBasis",
              label: t("hosts.basis"),
              hint: t("hosts.basisHint"),
            },
          ]}
          submit={t("hosts.saveSpeaker")}
        />
      </section>
    </PageShell>
  );
}
