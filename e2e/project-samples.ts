import type { Theirs } from "#scripts/checks/strangers.ts";
import { type ActionSample, sample } from "./action-sample.ts";

const project = {
  number: "LLI-1",
  shortName: "Open",
  period: "2021-2027",
  "name.lv": "Projekts",
  "programme.lv": "Interreg",
  "fundingStatement.lv": "Līdzfinansē",
  "disclaimer.lv": "Atbild {organiser}.",
};

const actions = "app/[locale]/organise/projects/[project]/actions.ts";

const onLogo = ({ projectId, logo: sha256 }: Theirs, fields?: Record<string, string>) =>
  sample(`/organise/projects/${projectId}`, [{ projectId, sha256 }], fields);

/** Each action about a project or a logo of it, as its form would call it. */
export const projectSamples: Record<string, (theirs: Theirs) => ActionSample> = {
  "app/[locale]/organise/projects/actions.ts#makeProject": ({ organisationId, slug }) =>
    sample("/organise/projects/new", [organisationId], { ...project, number: slug }),
  "app/[locale]/organise/projects/actions.ts#keepProject": ({ projectId, slug }) =>
    sample(`/organise/projects/${projectId}`, [projectId], { ...project, number: slug }),
  "app/[locale]/organise/projects/actions.ts#dropProject": ({ projectId }) =>
    sample(`/organise/projects/${projectId}`, [projectId]),
  [`${actions}#dropLogo`]: (theirs) => onLogo(theirs),
  [`${actions}#moveLogoForward`]: (theirs) => onLogo(theirs),
  [`${actions}#nameLogo`]: (theirs) => onLogo(theirs, { "logoName.lv": "Cits partneris" }),
  [`${actions}#sendLogo`]: ({ projectId }) =>
    sample(`/organise/projects/${projectId}`, [projectId], { "logoName.lv": "Partneris" }),
};
