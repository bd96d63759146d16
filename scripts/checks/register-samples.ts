import { randomUUID } from "node:crypto";
import { anSvgLogo } from "./logo.ts";
import { now, type Theirs } from "./strangers.ts";

/** What the functions of the register are called with: hosts, speakers, organisations, projects. */
export const registerSamples: Record<string, (theirs: Theirs) => unknown[]> = {
  "host.addSpeaker": (theirs) => [
    {
      hostId: theirs.organisationId,
      givenName: "Anna",
      familyName: "Bērziņa",
      role: { lv: "vadītāja" },
      publicationBasis: null,
    },
    now,
  ],
  "host.createHost": (theirs) => [
    { name: `Teātris ${randomUUID()}`, nameEn: null, placeId: theirs.facts.places[0]?.placeId },
    now,
  ],
  "host.createPlace": () => [
    { name: `Vieta ${randomUUID()}`, region: "Zemgale", latitude: 56.6, longitude: 23.7 },
    now,
  ],
  "host.host": (theirs) => [theirs.organisationId],
  "host.hosts": () => [],
  "host.places": () => [],
  "mail-domain.addDomain": (theirs) => [
    { organisationId: theirs.organisationId, domain: "nav domēns" },
    now,
  ],
  "mail-domain.mailDomains": () => [],
  "mail-domain.removeDomain": (theirs) => [
    { organisationId: theirs.organisationId, domain: theirs.domain },
    now,
  ],
  "logo.addLogo": (theirs) => [
    { projectId: theirs.projectId, name: { lv: "Partneris" }, bytes: anSvgLogo() },
    now,
  ],
  "logo.logoPicture": (theirs) => [theirs.logo],
  "logo.moveLogo": (theirs) => [{ projectId: theirs.projectId, sha256: theirs.logo }, now],
  "logo.removeLogo": (theirs) => [{ projectId: theirs.projectId, sha256: theirs.logo }, now],
  "logo.renameLogo": (theirs) => [
    { projectId: theirs.projectId, sha256: theirs.logo, name: { lv: "Cits partneris" } },
    now,
  ],
  "merge.mergeRecords": (theirs) => [{ from: theirs.hostId, into: theirs.hostId }, now],
  "merge.mergeSpeakers": (theirs) => [{ from: theirs.speakerId, into: theirs.speakerId }, now],
  "organisation.grantRole": (theirs) => [
    { email: "a@example.lv", role: "crew", organisationId: theirs.organisationId },
    now,
  ],
  "project.changeProject": (theirs) => [{ projectId: theirs.projectId, ...aProject() }, now],
  "project.createProject": (theirs) => [{ organisationId: theirs.organisationId, ...aProject() }],
  "project.ownProjects": () => [],
  "project.removeProject": (theirs) => [{ projectId: theirs.projectId }, now],
  "record.changeRecord": (theirs) => [
    {
      organisationId: theirs.hostId,
      name: `Teātris ${randomUUID()}`,
      nameEn: null,
      placeId: null,
      groupLimit: null,
      calledUntil: null,
    },
    now,
  ],
  "record.forgetFormerName": (theirs) => [
    { organisationId: theirs.hostId, validTo: "2020-01-01" },
    now,
  ],
  "record.recordFacts": (theirs) => [theirs.hostId],
  "record.records": () => [{}],
  "record.removeRecord": (theirs) => [{ organisationId: theirs.hostId }, now],
  "record.speakerRecord": (theirs) => [theirs.speakerId],
  "speaker.changeSpeaker": (theirs) => [
    {
      speakerId: theirs.speakerId,
      organisationId: theirs.hostId,
      givenName: "Anna",
      familyName: "Ozoliņa",
      role: { lv: "vadītāja" },
      publicationBasis: null,
    },
    now,
  ],
  "speaker.removeSpeaker": (theirs) => [{ speakerId: theirs.speakerId }, now],
};

const aProject = () => ({
  number: randomUUID(),
  shortName: "Open Leadership",
  name: { lv: "Projekts" },
  programme: { lv: "Interreg" },
  period: "2021-2027",
  fundingStatement: { lv: "Līdzfinansē Eiropas Savienība" },
  disclaimer: { lv: "Par saturu atbild {organiser}." },
});
