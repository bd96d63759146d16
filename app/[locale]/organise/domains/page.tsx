import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { requirePerson } from "#app/_server/session.ts";
import { untouched } from "#components/form-state.ts";
import { PageShell } from "#components/page-shell.tsx";
import { RecordForm } from "#components/record-form.tsx";
import { mailDomains } from "#domain/mail-domain/queries.ts";
import { municipalitiesForSelect } from "#domain/organisation/queries.ts";
import { isLocale, localePath } from "#lib/locales.ts";
import { dropDomain, keepDomain } from "./actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("organise.domains");
  return { title: t("title") };
}

/** The e-mail domains by which employees of a municipality are known, for administrators. */
export default async function Domains({
  params,
  searchParams,
}: PageProps<"/[locale]/organise/domains">) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const path = "/organise/domains";
  const actor = await requirePerson(localePath(locale, path));
  const [domains, municipalities, asked] = await Promise.all([
    mailDomains(actor),
    municipalitiesForSelect(actor, locale),
    searchParams,
  ]);
  if (!domains) notFound();
  const t = await getTranslations("organise.domains");
  return (
    <PageShell path={path}>
      <p className="kicker">
        <a href={localePath(locale, "/organise")}>{t("back")}</a>
      </p>
      <h1>{t("title")}</h1>
      {asked.done ? (
        <p className="notice" role="status">
          {t("done")}
        </p>
      ) : null}
      <p className="lead">{t("lead", { count: domains.length })}</p>
      <div className="screen">
        <RecordForm
          action={keepDomain.bind(null, locale)}
          initial={untouched()}
          fields={[
            {
              kind: "select",
              name: "organisationId",
              label: t("organisation"),
              empty: "–",
              options: municipalities.map(({ id, name }) => ({ value: id, label: name })),
            },
            { kind: "line", name: "domain", label: t("domain"), hint: t("domainHint") },
          ]}
          submit={t("add")}
        />
      </div>
      {domains.length ? (
        <section>
          <h2>{t("known")}</h2>
          <RecordForm
            action={dropDomain.bind(null, locale)}
            initial={untouched()}
            fields={[
              {
                kind: "select",
                name: "gone",
                label: t("remove"),
                empty: "–",
                options: domains.map(({ domain, organisationId, organisation }) => ({
                  value: `${organisationId} ${domain}`,
                  label: `${organisation}: ${domain}`,
                })),
              },
            ]}
            submit={t("removeNow")}
            formId="removal"
            fold={{ summary: t("removeNow") }}
          />
          <ul className="plain">
            {domains.map(({ domain, organisation }) => (
              <li key={domain}>
                {organisation}: {domain}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </PageShell>
  );
}
