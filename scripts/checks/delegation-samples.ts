import { randomUUID } from "node:crypto";
import { now, type Theirs } from "./strangers.ts";

const other = {
  givenName: "Līga",
  familyName: "Zīle",
  position: "juriste",
  email: "liga.zile@example.lv",
  phone: "20123456",
};

const question = {
  kind: "yesNo",
  askedOf: "person",
  label: { lv: "Vai paliksiet pa nakti?" },
  hint: null,
  options: [],
  required: true,
  condition: null,
  retentionDays: 30,
};

const placeOf = ({ registrationId }: Theirs) => ({ registrationId });

/** What the functions about those whom a municipality sends are called with, after the actor. */
export const delegationSamples: Record<string, (theirs: Theirs) => unknown[]> = {
  "answer.answerCase": (theirs) => [placeOf(theirs)],
  "stored-file.answeredFile": ({ fileId }) => [fileId],
  "answer.answersOfTrip": ({ slug }) => [slug],
  "answer.openQuestions": ({ registrationId }) => [registrationId],
  "answer.saveAnswers": (theirs) => [
    { ...placeOf(theirs), typed: {}, files: {}, removed: [] },
    now,
  ],
  "delegation.sendDelegation": (theirs) => [
    {
      tripSlug: theirs.slug,
      organisationId: theirs.organisationId,
      members: [],
      head: null,
      unnamed: 2,
      atLeast: 1,
      key: randomUUID(),
      locale: "lv",
    },
    now,
  ],
  "head.chooseHead": (theirs) => [placeOf(theirs), now],
  "invitation.invitationsOfTrip": (theirs) => [theirs.slug],
  "invitation.invite": (theirs) => [
    { tripId: theirs.tripId, organisationId: theirs.organisationId },
    now,
  ],
  "invitation.revokeInvitation": (theirs) => [
    { tripId: theirs.tripId, invitationId: theirs.invitationId },
    now,
  ],
  "naming.namePlace": (theirs) => [
    {
      registrationId: theirs.registrationId,
      givenName: "Anna",
      familyName: "Ozola",
      position: "juriste",
      email: "anna.ozola@example.lv",
      phone: "20123456",
    },
    now,
  ],
  "need.keepNeedsFor": ({ tripId }) => [{ tripId, days: 10 }, now],
  "need.needCase": ({ registrationId }) => [registrationId, now],
  "need.saveNeeds": (theirs) => [
    {
      ...placeOf(theirs),
      diet: "vegan",
      allergy: "",
      access: "",
      agreed: true,
      wording: "Piekrītu.",
    },
    now,
  ],
  "need.tripNeeds": ({ slug }) => [slug, now],
  "need.withdrawNeedConsent": (theirs) => [placeOf(theirs), now],
  "proposal.acceptProposal": ({ registrationId, proposalId }) => [
    { registrationId, proposalId },
    now,
  ],
  "proposal.declineProposal": ({ registrationId, proposalId }) => [
    { registrationId, proposalId },
    now,
  ],
  "proposal.proposeReplacement": (theirs) => [{ ...other, ...placeOf(theirs) }, now],
  "proposal.replacementCase": ({ registrationId }) => [registrationId, now],
  "proposal.withdrawProposal": (theirs) => [placeOf(theirs), now],
  "question.moveQuestion": ({ tripId, questionId }) => [{ tripId, questionId, by: -1 }, now],
  "question.questionsToEdit": ({ tripId }) => [tripId],
  "question.removeQuestion": ({ tripId, questionId }) => [{ tripId, questionId }, now],
  "question.saveQuestion": ({ tripId }) => [{ ...question, tripId }, now],
  "replacement.replace": (theirs) => [{ ...other, ...placeOf(theirs), reason: "Slimo." }, now],
  "withdrawal.giveUpPlace": (theirs) => [placeOf(theirs), now],
  "withdrawal.keepPlace": (theirs) => [placeOf(theirs), now],
  "withdrawal.withdraw": (theirs) => [{ ...placeOf(theirs), reason: "Nevar." }, now],
  "withdrawal.withdrawalCase": ({ registrationId }) => [registrationId, now],
  "sign-off.signOffCase": (theirs) => [theirs.waitingId],
  "sign-off.declineSignOff": (theirs) => [
    { registrationId: theirs.waitingId, reason: "Nav aizvietotāja." },
    now,
  ],
  "sign-off.signOff": (theirs) => [{ registrationId: theirs.waitingId }, now],
};
