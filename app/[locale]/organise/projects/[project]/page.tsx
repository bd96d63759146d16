import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { EuBlock } from "#components/eu-block.tsx";
import { untouched } from "#components/form-state.ts";
import { PageShell } from "#components/page-shell.tsx";
import { RecordForm } from "#components/record-form.tsx";
import { tripChoices } from "#domain/choice/queries.ts";
import { ownProjects } from "#domain/project/queries.ts";
import { localePath, textIn } from "#lib/locales.ts";
import { requireOrganiser } from "../../require-organiser.ts";
import { dropProject, keepProject } from "../actions.ts";
import { projectFields, projectValues } from "../project-fields.ts";
import { LogoSection } from "./logo-section.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("organise.projects");
  return { title: t("one") };
}

const logoNotices = ["added", "renamed", "moved", "removed"] as const;

/** A project, with its words and logos as they stand on pages and papers. */
export default async function ProjectPage({
  params,
  searchParams,
}: PageProps<"/[locale]/organise/projects/[project]">) {
  const { project: projectId } = await params;
  const path = `/organise/projects/${projectId}`;
  const { locale, actor } = await requireOrganiser(params, path);
  const [[project], choices, asked] = await Promise.all([
    ownProjects(actor, projectId),
    tripChoices(actor),
    searchParams,
  ]);
  if (!project) notFound();
  const t = await getTranslations("organise");
  const logoNotice = logoNotices.find((known) => known === asked.logo);
  const organiser =
    choices.organisations.find(({ id }) => id === project.organisationId)?.name ?? "";
  return (
    <PageShell
      path={path}
      foot={<EuBlock project={project} organiser={organiser} locale={locale} />}
    >
      <p className="kicker">
        <a href={localePath(locale, "/organise/projects")}>{t("projects.title")}</a>
      </p>
      <h1>{textIn(locale, project.name)}</h1>
      {asked.done ? (
        <p className="notice" role="status">
          {t("projects.done")}
        </p>
      ) : null}
      {logoNotice ? (
        <p className="notice" role="status">
          {t(`logos.done.${logoNotice}`)}
        </p>
      ) : null}
      <p className="lead screen">{t("projects.preview")}</p>
      <RecordForm
        action={keepProject.bind(null, locale, project.id)}
        initial={untouched(projectValues(project))}
        fields={await projectFields()}
        submit={t("projects.save")}
      />
      <LogoSection project={project} locale={locale} />
      <RecordForm
        action={dropProject.bind(null, locale, project.id)}
        initial={untouched()}
        fields={[]}
        submit={t("projects.removeNow")}
        formId="removal"
        fold={{ summary: t("projects.remove") }}
      />
    </PageShell>
  );
}
