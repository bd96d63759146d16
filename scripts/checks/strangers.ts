import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { database } from "#db/client.ts";
import { selfCheckIn } from "#db/schema/badge.ts";
import { invitation } from "#db/schema/coordinator.ts";
import { organisationDomain } from "#db/schema/organisation.ts";
import { membership } from "#db/schema/person.ts";
import { actorOf, publicActor } from "#domain/actor/queries.ts";
import type { Actor, PersonActor } from "#domain/actor/schema.ts";
import { addItem } from "#domain/agenda/commands.ts";
import { startBulkWork } from "#domain/bulk/commands.ts";
import { switchCheckIn } from "#domain/check-in/commands.ts";
import { codeAt } from "#domain/check-in/rules.ts";
import { addSpeaker } from "#domain/host/commands.ts";
import { invite } from "#domain/invitation/commands.ts";
import { publishItinerary } from "#domain/itinerary/commands.ts";
import { addRooms, saveLodging } from "#domain/lodging/commands.ts";
import { lodgingsOfTrip } from "#domain/lodging/queries.ts";
import { addLogo } from "#domain/logo/commands.ts";
import type { Role } from "#domain/permission/schema.ts";
import { createProject } from "#domain/project/commands.ts";
import { proposeReplacement } from "#domain/proposal/commands.ts";
import { replacementCase } from "#domain/proposal/queries.ts";
import { askForRole } from "#domain/role-request/commands.ts";
import { ownRequests } from "#domain/role-request/queries.ts";
import { savePickup, saveVehicle } from "#domain/travel/commands.ts";
import { publishTrip } from "#domain/trip-state/commands.ts";
import { momentInRiga } from "#lib/dates.ts";
import { badgeToken } from "#lib/keys.ts";
import { anOrganisation, aPerson, aPlace, aRegistration, aTrip, tripFacts } from "./factories.ts";
import { aLogo } from "./logo.ts";
import { aSheet, aWalkIn } from "./sheets.ts";
import { papersOf } from "./their-papers.ts";
import { questionsAndAnswers } from "./their-questions.ts";

// What tests of permission stand on: somebody's things, and people who have nothing to do with them.

export const now = momentInRiga("2026-05-10", "12:00");
export const date = "2026-06-12";

/** A published trip of an organisation, and all that hangs on it. */
export type Theirs = Awaited<ReturnType<typeof makeTheirs>>;

export async function makeTheirs() {
  const organisationId = await anOrganisation();
  const organiser = await aPerson({ role: "organiser", organisationId });
  const facts = tripFacts({ organisationId, placeId: await aPlace() });
  const { tripId, slug } = await aTrip(organiser, facts);
  const item = {
    kind: "visit" as const,
    starts: "10:00",
    ends: "11:00",
    title: { lv: "Vizīte" },
    note: null,
    hostId: null,
    placeId: null,
    speakerIds: [],
  };
  const added = await addItem(organiser, { ...item, tripId, date }, now);
  if (!added.ok) throw new Error(added.reason);
  await publishTrip(organiser, { tripId }, now);
  await publishItinerary(organiser, { tripId, note: "Pirmā" }, now);
  const attendee = await aPerson();
  const { userId, email } = attendee;
  const seat = { tripId, organisationId, confirmedAt: now, userId, email };
  const registrationId = await aRegistration(seat);
  const waitingId = await aRegistration({ tripId, organisationId });
  const coordinator = await aPerson({ role: "coordinator", organisationId });
  const people = { organiser, attendee, coordinator, registrationId, waitingId };
  const { vehicleId, pickupId } = await aBus(organiser, tripId);
  const proposalId = await aProposal(attendee, registrationId);
  const asked = await questionsAndAnswers(people, tripId, slug);
  const { municipalityId, requestId } = await aRequest(attendee);
  const projectId = await aProject(organiser, organisationId);
  const [hostId, duplicateId] = [await anOrganisation("host"), await anOrganisation("host")];
  const domain = `${organisationId}.example`;
  await database().insert(organisationDomain).values({ organisationId, domain });
  const speakerId = await aSpeaker(organiser, hostId);
  const { lodgingId, roomId } = await aHotel(organiser, tripId);
  const work = { tripId, kind: "notice" as const, registrationIds: [registrationId] };
  const begun = await startBulkWork(
    organiser,
    { ...work, details: { subject: "Ziņa", text: "Līs." } },
    now,
  );
  if (!begun.ok) throw new Error(begun.reason);
  return {
    ...people,
    checkInCode: await aCheckInCode(organiser, tripId),
    badge: badgeToken(tripId, registrationId, userId),
    proposalId,
    ...asked,
    ...(await papersOf({ organiser, tripId, registrationId, now })),
    sheetId: await aSheet(organiser, { tripId, date }),
    walkInId: await aWalkIn(organiser, { tripId, date }),
    ...(await anInvitation(organiser, tripId)),
    vehicleId,
    pickupId,
    lodgingId,
    roomId,
    municipalityId,
    requestId,
    projectId,
    logo: await twoLogos(organiser, projectId),
    hostId,
    speakerId,
    duplicateId,
    domain,
    workId: begun.workId,
    organisationId,
    tripId,
    slug,
    facts,
    item,
    itemId: added.itemId,
  };
}

/** People of the trip check in themselves, on its first day. */
async function aCheckInCode(organiser: PersonActor, tripId: string): Promise<string> {
  await switchCheckIn(organiser, { tripId, on: true }, now);
  const [made] = await database()
    .select({ key: selfCheckIn.key })
    .from(selfCheckIn)
    .where(eq(selfCheckIn.tripId, tripId));
  return codeAt(made?.key ?? "", tripId, { date, agendaItemId: null, pickupId: null }, now);
}

async function anInvitation(organiser: PersonActor, tripId: string) {
  const organisationId = await anOrganisation("municipality");
  const sent = await invite(organiser, { tripId, organisationId }, now);
  if (!sent.ok) throw new Error(sent.reason);
  const [made] = await database()
    .select({ id: invitation.id })
    .from(invitation)
    .where(eq(invitation.organisationId, organisationId));
  return { invitationId: (made as { id: string }).id, invitationToken: sent.token };
}

/** The attendee proposes somebody else for the own place. */
async function aProposal(attendee: PersonActor, registrationId: string): Promise<string> {
  const person = { givenName: "Rūta", familyName: "Zīle", phone: "20123456", position: "juriste" };
  const email = `${randomUUID()}@example.lv`;
  const next = { ...person, email, registrationId };
  const proposed = await proposeReplacement(attendee, next, now);
  if (!proposed.ok) throw new Error(proposed.reason);
  return (await replacementCase(attendee, registrationId, now))?.proposal?.id ?? "";
}

/** A bus with one stop for everybody. */
async function aBus(organiser: PersonActor, tripId: string) {
  const bus = { tripId, name: "Autobuss", seats: 20, driverName: null, driverPhone: null };
  const made = await saveVehicle(organiser, bus, now);
  if (!made.ok) throw new Error(made.reason);
  const { vehicleId } = made;
  const stop = { tripId, vehicleId, placeId: null, spot: "Pie domes", date, clock: "07:30" };
  const saved = await savePickup(organiser, { ...stop, organisationId: null }, now);
  if (!saved.ok) throw new Error(saved.reason);
  return { vehicleId, pickupId: saved.pickupId };
}

/** Somebody asks to coordinate a municipality. */
async function aRequest(person: PersonActor) {
  const municipalityId = await anOrganisation("municipality");
  await askForRole(person, { organisationId: municipalityId, note: "Kancelejas vadītāja" }, now);
  const [request] = await ownRequests(person);
  return { municipalityId, requestId: request?.requestId ?? "" };
}

async function aSpeaker(organiser: PersonActor, hostId: string): Promise<string> {
  const facts = { givenName: "Anna", familyName: "Ozola", role: { lv: "vadītāja" } };
  const made = await addSpeaker(organiser, { hostId, ...facts, publicationBasis: null }, now);
  if (!made.ok) throw new Error(made.reason);
  return made.speakerId;
}

async function aProject(organiser: PersonActor, organisationId: string): Promise<string> {
  const words = { lv: "Vārdi" };
  const texts = { name: words, programme: words, fundingStatement: words, disclaimer: words };
  const number = `LLI-${randomUUID()}`;
  const facts = { organisationId, number, shortName: "Open", period: "2021-2027" as const };
  const made = await createProject(organiser, { ...facts, ...texts });
  if (!made.ok) throw new Error(made.reason);
  return made.projectId;
}

/** The SHA-256 of the second of two logos. */
async function twoLogos(organiser: PersonActor, projectId: string): Promise<string> {
  const name = { lv: "Partneris" };
  await addLogo(organiser, { projectId, name, bytes: await aLogo() }, now);
  const added = await addLogo(organiser, { projectId, name, bytes: await aLogo(200, 200) }, now);
  if (!added.ok) throw new Error(added.reason);
  return added.sha256;
}

/** A hotel with two twin rooms for the night between the days. */
async function aHotel(organiser: PersonActor, tripId: string) {
  const nights = { firstNight: date, lastNight: date };
  const house = { tripId, name: "Viesnīca", address: null, ...nights };
  const saved = await saveLodging(organiser, house, now);
  if (!saved.ok) throw new Error(saved.reason);
  const { lodgingId } = saved;
  await addRooms(organiser, { tripId, lodgingId, kind: "twin", count: 2, from: 201 }, now);
  const [lodging] = (await lodgingsOfTrip(organiser, tripId)) ?? [];
  return { lodgingId, roomId: lodging?.rooms[0]?.id ?? "" };
}

/** Each role, held elsewhere. A host's link opens no account, so it cannot call anything. */
export type Strangers = Record<Exclude<Role, "hostLink">, Actor>;

export async function makeStrangers(): Promise<Strangers> {
  const organisationId = await anOrganisation();
  return {
    public: publicActor,
    attendee: await aPerson(),
    coordinator: await aPerson({ role: "coordinator", organisationId }),
    crew: await aPerson({ role: "crew", organisationId }),
    organiser: await aPerson({ role: "organiser", organisationId }),
    admin: await anAdmin(),
  };
}

/** An administrator of the installation. */
export async function anAdmin(): Promise<PersonActor> {
  const { userId } = await aPerson();
  await database().insert(membership).values({ userId, organisationId: null, role: "admin" });
  return (await actorOf(userId)) as PersonActor;
}
