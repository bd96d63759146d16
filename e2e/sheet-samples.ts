import { randomUUID } from "node:crypto";
import { date, type Theirs } from "#scripts/checks/strangers.ts";
import { type ActionSample, sample } from "./action-sample.ts";

const actions = "app/[locale]/organise/trips/[slug]/attendance/[date]/sheet/actions.ts";

const ofDay = "app/[locale]/organise/trips/[slug]/attendance/[date]/actions.ts";

const onSheet = ({ slug, tripId }: Theirs, fields?: Record<string, string>) =>
  sample(
    `/organise/trips/${slug}/attendance/${date}/sheet`,
    [{ tripId, slug, date }],
    fields ?? { sent: "yes" },
  );

/** Each action about the signed sheet of a day, and about a mark that is corrected, as its form would call it. */
export const sheetSamples: Record<string, (theirs: Theirs) => ActionSample> = {
  [`${ofDay}#writeDown`]: ({ slug, tripId }) =>
    sample(`/organise/trips/${slug}/attendance/${date}`, [{ tripId, slug, date }, randomUUID()], {
      givenName: "Jānis",
      familyName: "Kalns",
      institution: "Kalnu skola",
    }),
  [`${ofDay}#takeOut`]: ({ slug, tripId, walkInId }) =>
    sample(
      `/organise/trips/${slug}/attendance/${date}`,
      [
        { tripId, slug, date },
        { id: randomUUID(), walkInId },
      ],
      { reason: "Kļūda." },
    ),
  "app/[locale]/organise/trips/[slug]/attendance/[date]/actions.ts#correctInList": ({
    slug,
    tripId,
    registrationId,
  }) =>
    sample(`/organise/trips/${slug}/attendance/${date}`, [{ tripId, slug, date, part: "" }], {
      registrationId,
      present: "no",
      reason: "Saslima.",
    }),
  [`${actions}#closeDay`]: (theirs) => onSheet(theirs),
  [`${actions}#compare`]: (theirs) =>
    onSheet(theirs, {
      person: theirs.registrationId,
      [`signed.${theirs.registrationId}`]: "yes",
    }),
  [`${actions}#reopen`]: (theirs) => onSheet(theirs, { reason: "Atrasta otra lapa." }),
  [`${actions}#sendSheet`]: (theirs) => onSheet(theirs),
  "app/[locale]/organise/trips/[slug]/registrations/[registration]/actions.ts#correctMark": ({
    slug,
    tripId,
    registrationId,
  }) =>
    sample(
      `/organise/trips/${slug}/registrations/${registrationId}`,
      [{ tripId, slug, registrationId }],
      { date, present: "no", reason: "Saslima." },
    ),
};
