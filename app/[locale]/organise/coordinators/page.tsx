import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { untouched } from "#components/form-state.ts";
import { PageShell } from "#components/page-shell.tsx";
import { RecordForm } from "#components/record-form.tsx";
import { coordinators, coordinatorsPerPage } from "#domain/coordinator/queries.ts";
import { municipalitiesForSelect } from "#domain/organisation/queries.ts";
import { openRequests } from "#domain/role-request/queries.ts";
import { localePath } from "#lib/locales.ts";
import { requireReader } from "../require-organiser.ts";
import { invite } from "./actions.ts";
import { CoordinatorTable } from "./coordinator-table.tsx";
import { OpenRequests } from "./open-requests.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("organise.coordinators");
  return { title: t("title") };
}

const notices = ["approved", "invited", "known", "refused", "removed"] as const;

/** Who coordinates which municipality, who asks for it, and an invitation for others. */
export default async function Coordinators({
  params,
  searchParams,
}: PageProps<"/[locale]/organise/coordinators">) {
  const path = "/organise/coordinators";
  const { locale, actor } = await requireReader(params, path);
  const asked = await searchParams;
  const search = String([asked.search].flat()[0] ?? "").slice(0, 100);
  const page = Math.max(1, Number.parseInt(String(asked.page ?? "1"), 10) || 1);
  const [list, requests, municipalities] = await Promise.all([
    coordinators(actor, { search, page }),
    openRequests(actor),
    municipalitiesForSelect(actor, locale),
  ]);
  if (!list || !requests) notFound();
  const t = await getTranslations("organise");
  const notice = notices.find((known) => known === asked.done);
  const pages = Math.ceil(list.found / coordinatorsPerPage);
  const to = (number: number) =>
    `${localePath(locale, path)}?${new URLSearchParams({ search, page: String(number) })}`;
  return (
    <PageShell path={path}>
      <p className="kicker">
        <a href={localePath(locale, "/organise")}>{t("list.title")}</a>
      </p>
      <h1>{t("coordinators.title")}</h1>
      {notice ? (
        <p className="notice" role="status">
          {t(`coordinators.done.${notice}`)}
        </p>
      ) : null}
      <p className="lead">{t("coordinators.lead")}</p>
      <OpenRequests requests={requests} locale={locale} />
      <section className="screen">
        <h2>{t("coordinators.invite")}</h2>
        <RecordForm
          action={invite.bind(null, locale)}
          initial={untouched()}
          fields={[
            {
              kind: "select",
              name: "organisationId",
              label: t("coordinators.municipality"),
              empty: "–",
              options: municipalities.map(({ id, name }) => ({ value: id, label: name })),
            },
            {
              kind: "line",
              name: "email",
              label: t("coordinators.email"),
              hint: t("coordinators.emailHint"),
            },
          ]}
          submit={t("coordinators.inviteNow")}
          formId="invitation"
        />
      </section>
      <section>
        <h2>{t("coordinators.list")}</h2>
        {list.all > 0 ? (
          <search className="screen">
            <form className="filter">
              <div className="field">
                <label htmlFor="search">{t("coordinators.search")}</label>
                <input id="search" name="search" type="search" defaultValue={search} />
              </div>
              <button className="button quiet" type="submit">
                {t("registrations.find")}
              </button>
            </form>
          </search>
        ) : null}
        <p role="status" className="mt-s3 mb-s3">
          {list.all > 0 ? t("coordinators.found", { count: list.found }) : t("coordinators.none")}
        </p>
        {list.coordinators.length ? (
          <CoordinatorTable rows={list.coordinators} locale={locale} />
        ) : null}
        {pages > 1 ? (
          <nav className="deeds" aria-label={t("registrations.pages")}>
            {page > 1 ? <a href={to(page - 1)}>{t("registrations.previous")}</a> : null}
            <span>{t("registrations.page", { page, all: pages })}</span>
            {page < pages ? <a href={to(page + 1)}>{t("registrations.next")}</a> : null}
          </nav>
        ) : null}
      </section>
    </PageShell>
  );
}
