import type { Theirs } from "#scripts/checks/strangers.ts";
import { type ActionSample, person, sample } from "./action-sample.ts";

const organise = "app/[locale]/organise/trips/[slug]/registrations/[registration]";
const municipality =
  "app/[locale]/municipality/registrations/[registration]/replacement/actions.ts";
const own = "app/[locale]/trips/[slug]/registration";
const asks = "app/[locale]/organise/trips/[slug]/questions/actions.ts";
const other = { ...person, email: "liga@example.lv" };

const ofOrganiser = ({ slug, registrationId }: Theirs, page: string) =>
  `/organise/trips/${slug}/registrations/${registrationId}/${page}`;

const ofMunicipality = ({ registrationId }: Theirs) =>
  `/municipality/registrations/${registrationId}/replacement`;

const placeOf = ({ registrationId }: Theirs) => ({ registrationId });

const needsOf = ({ registrationId }: Theirs) =>
  `/municipality/registrations/${registrationId}/needs`;

const needs = { diet: "vegan", allergy: "rieksti", access: "", agreed: "yes" };

const link = ({ registrationId, invitationToken }: Theirs) => ({
  registrationId,
  token: invitationToken,
});

const linkPage = (page: string, { registrationId, invitationToken }: Theirs) =>
  `/${page}/${registrationId}/${invitationToken}`;

/** Each action about a person's place, who gives it up and who gets it, as its form would call it. */
export const placeSamples: Record<string, (theirs: Theirs) => ActionSample> = {
  [`${municipality}#acceptFor`]: (theirs) =>
    sample(ofMunicipality(theirs), [placeOf(theirs), theirs.proposalId]),
  [`${municipality}#declineFor`]: (theirs) =>
    sample(ofMunicipality(theirs), [placeOf(theirs), theirs.proposalId]),
  [`${municipality}#makeHead`]: (theirs) => sample(ofMunicipality(theirs), [placeOf(theirs)]),
  [`${municipality}#nameAnother`]: (theirs) =>
    sample(ofMunicipality(theirs), [placeOf(theirs)], other),
  [`${municipality}#takeBack`]: (theirs) =>
    sample(ofMunicipality(theirs), [placeOf(theirs)], { reason: "Nevar." }),
  [`${municipality}#wishFor`]: (theirs) =>
    sample(ofMunicipality(theirs), [placeOf(theirs)], { noPhotos: "yes" }),
  "app/[locale]/municipality/registrations/[registration]/needs/actions.ts#saveFor": (theirs) =>
    sample(needsOf(theirs), [placeOf(theirs)], needs),
  "app/[locale]/municipality/registrations/[registration]/needs/actions.ts#withdrawFor": (theirs) =>
    sample(needsOf(theirs), [placeOf(theirs)]),
  [`${own}/needs/actions.ts#save`]: ({ slug, registrationId }) =>
    sample(`/trips/${slug}/registration/needs`, [slug, { registrationId }], needs),
  [`${own}/needs/actions.ts#withdraw`]: ({ slug, registrationId }) =>
    sample(`/trips/${slug}/registration/needs`, [slug, { registrationId }]),
  "app/[locale]/organise/trips/[slug]/needs/actions.ts#keepFor": ({ slug, tripId }) =>
    sample(`/organise/trips/${slug}/needs`, [slug, tripId], { days: "10" }),
  "app/[locale]/municipality/registrations/[registration]/questions/actions.ts#answerOfMember": ({
    registrationId,
  }) => sample(`/municipality/registrations/${registrationId}/questions`, [{ registrationId }]),
  "app/[locale]/municipality/delegations/[delegation]/questions/actions.ts#answerOfDelegation": ({
    delegationId,
  }) => sample(`/municipality/delegations/${delegationId}/questions`, [delegationId]),
  [`${own}/questions/actions.ts#save`]: ({ slug, registrationId }) =>
    sample(`/trips/${slug}/registration/questions`, [slug, { registrationId }]),
  [`${asks}#keepQuestion`]: ({ slug, tripId }) =>
    sample(`/organise/trips/${slug}/questions`, [{ slug, tripId }, null], {
      "label.lv": "Vai paliksiet pa nakti?",
      kind: "yesNo",
      askedOf: "person",
      retentionDays: "30",
    }),
  [`${asks}#shiftQuestion`]: ({ slug, tripId, questionId }) =>
    sample(`/organise/trips/${slug}/questions`, [{ slug, tripId }, questionId, -1]),
  [`${asks}#dropQuestion`]: ({ slug, tripId, questionId }) =>
    sample(`/organise/trips/${slug}/questions`, [{ slug, tripId }, questionId]),
  [`${organise}/replacement/actions.ts#acceptAsOrganiser`]: (theirs) =>
    sample(ofOrganiser(theirs, "replacement"), [theirs.slug, placeOf(theirs), theirs.proposalId]),
  [`${organise}/replacement/actions.ts#declineAsOrganiser`]: (theirs) =>
    sample(ofOrganiser(theirs, "replacement"), [theirs.slug, placeOf(theirs), theirs.proposalId]),
  [`${organise}/replacement/actions.ts#nameAsOrganiser`]: (theirs) =>
    sample(ofOrganiser(theirs, "replacement"), [theirs.slug, placeOf(theirs)], other),
  [`${organise}/sign-off/actions.ts#sayNoFor`]: (theirs) =>
    sample(ofOrganiser(theirs, "sign-off"), [theirs.slug, { registrationId: theirs.waitingId }], {
      reason: "Nav aizvietotāja.",
    }),
  [`${organise}/sign-off/actions.ts#sayYesFor`]: (theirs) =>
    sample(ofOrganiser(theirs, "sign-off"), [theirs.slug, { registrationId: theirs.waitingId }]),
  "app/[locale]/sign-offs/[registration]/[token]/actions.ts#sayNo": (theirs) =>
    sample(linkPage("sign-offs", theirs), [link(theirs)], { reason: "Nav aizvietotāja." }),
  "app/[locale]/sign-offs/[registration]/[token]/actions.ts#sayYes": (theirs) =>
    sample(linkPage("sign-offs", theirs), [link(theirs)]),
  [`${own}/replacement/actions.ts#propose`]: ({ slug }) =>
    sample(`/trips/${slug}/registration/replacement`, [slug], other),
  [`${own}/replacement/actions.ts#takeProposalBack`]: ({ slug }) =>
    sample(`/trips/${slug}/registration/replacement`, [slug]),
  [`${own}/withdrawal/actions.ts#comeAfterAll`]: ({ slug }) =>
    sample(`/trips/${slug}/registration/withdrawal`, [slug]),
  [`${own}/withdrawal/actions.ts#giveUp`]: ({ slug }) =>
    sample(`/trips/${slug}/registration/withdrawal`, [slug]),
  "app/[locale]/withdrawals/[registration]/[token]/actions.ts#comeAfterAll": (theirs) =>
    sample(linkPage("withdrawals", theirs), [link(theirs)]),
  "app/[locale]/withdrawals/[registration]/[token]/actions.ts#giveUp": (theirs) =>
    sample(linkPage("withdrawals", theirs), [link(theirs)]),
};
