import { project } from "#db/schema/trip.ts";

/** The columns of a project that stand beside the emblem, for a query that reads them along: `EuProject`. */
export const euProjectColumns = {
  number: project.number,
  shortName: project.shortName,
  programme: project.programme,
  period: project.period,
  fundingStatement: project.fundingStatement,
  disclaimer: project.disclaimer,
};
