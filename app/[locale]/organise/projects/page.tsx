import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageShell } from "#components/page-shell.tsx";
import { ownProjects } from "#domain/project/queries.ts";
import { localePath, textIn } from "#lib/locales.ts";
import { requireOrganiser } from "../require-organiser.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("organise.projects");
  return { title: t("title") };
}

/** The projects that can pay for trips. */
export default async function Projects({ params }: PageProps<"/[locale]/organise/projects">) {
  const { locale, actor } = await requireOrganiser(params, "/organise/projects");
  const t = await getTranslations("organise");
  const projects = await ownProjects(actor);
  const path = localePath(locale, "/organise/projects");
  return (
    <PageShell path="/organise/projects">
      <p className="kicker">
        <a href={localePath(locale, "/organise")}>{t("list.title")}</a>
      </p>
      <h1>{t("projects.title")}</h1>
      <p className="lead">{t("projects.summary", { count: projects.length })}</p>
      <p className="deeds">
        <a className="button" href={`${path}/new`}>
          {t("projects.new")}
        </a>
      </p>
      {projects.length ? (
        <table className="list stacks">
          <caption className="sr-only">{t("projects.title")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("projects.name")}</th>
              <th scope="col">{t("projects.number")}</th>
              <th scope="col">{t("projects.trips")}</th>
            </tr>
          </thead>
          <tbody>
            {projects.map(({ id, number, name, trips }) => (
              <tr key={id}>
                <td>
                  <a href={`${path}/${id}`}>{textIn(locale, name)}</a>
                </td>
                <td>{number}</td>
                <td>{t("projects.tripCount", { count: trips })}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
    </PageShell>
  );
}
