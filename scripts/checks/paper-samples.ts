import { momentInRiga } from "#lib/dates.ts";
import { date, now, type Theirs } from "./strangers.ts";

const afterwards = momentInRiga("2026-06-20", "12:00");

/** What the functions of papers are called with: somebody else's thing. */
export const paperSamples: Record<string, (theirs: Theirs) => unknown[]> = {
  "addressee.addressees": ({ registrationId }) => [{ registrationId }],
  "certificate.confirmedCertificate": ({ certificateId }) => [certificateId, afterwards],
  "certificate.issueCertificates": ({ registrationId }) => [{ registrationId }, afterwards],
  "letter.invitations": ({ registrationId }) => [{ registrationId }],
  "paper.partsOfTrip": ({ slug }) => [slug, now],
  "paper.peopleOnPaper": ({ slug }) => [slug, { paper: "badges" }, now],
  "paper.tripOnPaper": ({ slug }) => [slug, now],
  "paper-batch.batchFile": ({ slug, batchId }) => [slug, batchId, "pdf"],
  "paper-batch.batchProgress": ({ slug, batchId }) => [slug, batchId],
  "paper-batch.batchesOfTrip": ({ slug }) => [slug],
  "paper-batch.startBatch": ({ tripId }) => [{ tripId, paper: "invitation", locale: "lv" }, now],
  "signature-sheet.signatureSheet": ({ slug }) => [slug, { date }, now],
  "traveller.notePrinted": ({ registrationId }) => [{ registrationId, number: 1 }, now],
  "traveller.traveller": ({ registrationId }) => [registrationId, now],
  "wording.ownWording": ({ organisationId, tripId }) => [{ organisationId, tripId }, "invitation"],
  "wording.saveWording": ({ organisationId, tripId }) => [
    { organisationId, tripId, paper: "invitation", lv: "Sveiki, {name}!" },
    now,
  ],
};
