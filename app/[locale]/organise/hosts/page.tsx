import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Fragment } from "react";
import { PageShell } from "#components/page-shell.tsx";
import { hosts } from "#domain/host/queries.ts";
import { records, recordsPerPage } from "#domain/record/queries.ts";
import { likelyDuplicates } from "#domain/record/rules.ts";
import { localePath } from "#lib/locales.ts";
import { requireOrganiser } from "../require-organiser.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("organise.hosts");
  return { title: t("title") };
}

/** The register of hosts and other organisations, which all organisers share. */
export default async function Hosts({
  params,
  searchParams,
}: PageProps<"/[locale]/organise/hosts">) {
  const { locale, actor } = await requireOrganiser(params, "/organise/hosts");
  const asked = await searchParams;
  const search = String([asked.search].flat()[0] ?? "").slice(0, 100);
  const page = Math.max(1, Number.parseInt(String(asked.page ?? "1"), 10) || 1);
  const t = await getTranslations("organise");
  const [list, known] = await Promise.all([records(actor, { search, page }), hosts(actor)]);
  if (!list) notFound();
  const doubles = likelyDuplicates(known.filter(({ kind }) => kind === "host" || kind === "other"));
  const path = localePath(locale, "/organise/hosts");
  const pages = Math.ceil(list.found / recordsPerPage);
  const to = (number: number) => `${path}?${new URLSearchParams({ search, page: String(number) })}`;
  return (
    <PageShell path="/organise/hosts">
      <p className="kicker">
        <a href={localePath(locale, "/organise")}>{t("list.title")}</a>
      </p>
      <h1>{t("hosts.title")}</h1>
      <p className="lead">
        {t("hosts.summary", {
          hosts: known.length,
          speakers: known.reduce((sum, { speakers }) => sum + speakers.length, 0),
        })}
      </p>
      <p className="deeds">
        <a className="button" href={`${path}/new`}>
          {t("hosts.new")}
        </a>
        <a href={localePath(locale, "/organise/places")}>{t("places.title")}</a>
        <a href={localePath(locale, "/organise/projects")}>{t("projects.title")}</a>
      </p>
      {doubles.length ? (
        <section>
          <h2>{t("hosts.doubles")}</h2>
          <ul className="plain">
            {doubles.map(([first, second]) =>
              first && second ? (
                <li key={first.id}>
                  {first.name}, {second.name}:{" "}
                  <a href={`${path}/${second.id}/merge?into=${first.id}`}>
                    {t("hosts.mergeThese")}
                  </a>
                </li>
              ) : null,
            )}
          </ul>
        </section>
      ) : null}
      <search>
        <form className="filter">
          <div className="field">
            <label htmlFor="search">{t("hosts.search")}</label>
            <input id="search" name="search" type="search" defaultValue={search} />
          </div>
          <button className="button quiet" type="submit">
            {t("registrations.find")}
          </button>
        </form>
      </search>
      {search ? (
        <p role="status">
          {list.found ? t("hosts.found", { count: list.found }) : t("hosts.nothing")}
        </p>
      ) : null}
      {list.records.length ? (
        <table className="list stacks">
          <caption className="sr-only">{t("hosts.title")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("hosts.name")}</th>
              <th scope="col">{t("hosts.sortHead")}</th>
              <th scope="col">{t("hosts.place")}</th>
              <th scope="col">{t("hosts.speakers")}</th>
            </tr>
          </thead>
          <tbody>
            {list.records.map(({ id, name, kind, place, speakers }) => (
              <tr key={id}>
                <td>
                  <a href={`${path}/${id}`}>{name}</a>
                </td>
                <td>{t(`hosts.sort.${kind}`)}</td>
                <td>{place ?? ""}</td>
                <td>
                  {speakers.map((one, index) => (
                    <Fragment key={one.id}>
                      {index ? ", " : ""}
                      <a href={localePath(locale, `/organise/speakers/${one.id}`)}>{one.name}</a>
                    </Fragment>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      {pages > 1 ? (
        <nav className="deeds" aria-label={t("registrations.pages")}>
          {page > 1 ? <a href={to(page - 1)}>{t("registrations.previous")}</a> : null}
          <span>{t("registrations.page", { page, all: pages })}</span>
          {page < pages ? <a href={to(page + 1)}>{t("registrations.next")}</a> : null}
        </nav>
      ) : null}
    </PageShell>
  );
}
