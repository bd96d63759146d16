import {
  type Assignment,
  type Grant,
  permissions,
  type Role,
  type Thing,
  type Verb,
} from "./schema.ts";

const to = (thing: Thing, verb: Verb): Assignment => ({ thing, verb });

/**
 * What each command and query lets somebody do, as `noun.function`. A test walks domain/ and fails on one
 * that is not named here; another calls each as every role with a stranger's thing.
 */
export const functions: Record<string, Assignment> = {
  "actor.actorOf": to("machinery", "read"),
  "actor.actorOfSession": to("machinery", "read"),
  "allowance.takeAllowances": to("machinery", "write"),
  "attendance.attendanceDays": to("attendance", "read"),
  "attendance.attendanceOfDay": to("attendance", "read"),
  "attendance.attendanceTrip": to("attendance", "write"),
  "attendance.recordAttendance": to("attendance", "write"),
  "attendance.tripsLed": to("attendance", "write"),
  "audit.recordAudit": to("machinery", "write"),
  "call.callOf": to("publishedTrip", "read"),
  "fact.nextBoundary": to("entrance", "read"),
  "host.addSpeaker": to("hosts", "write"),
  "host.createHost": to("hosts", "write"),
  "host.createPlace": to("hosts", "write"),
  "host.host": to("hosts", "read"),
  "host.hosts": to("hosts", "read"),
  "host.places": to("hosts", "read"),
  "installation.databaseAnswers": to("entrance", "read"),
  "invariant.verify": to("machinery", "read"),
  "itinerary.addItem": to("publishedTrip", "write"),
  "itinerary.draftDay": to("publishedTrip", "write"),
  "itinerary.draftItinerary": to("publishedTrip", "write"),
  "itinerary.draftOfTrip": to("publishedTrip", "write"),
  "itinerary.editItem": to("publishedTrip", "write"),
  "itinerary.moveItem": to("publishedTrip", "write"),
  "itinerary.newestVersion": to("publishedTrip", "write"),
  "itinerary.publishedItinerary": to("publishedTrip", "read"),
  "itinerary.publishItinerary": to("publishedTrip", "write"),
  "itinerary.removeItem": to("publishedTrip", "write"),
  "mailbox.forgetKeptMails": to("machinery", "write"),
  "mailbox.keepMail": to("machinery", "write"),
  "mailbox.keptMails": to("machinery", "read"),
  "message.dueMessage": to("machinery", "read"),
  "message.messageFailed": to("machinery", "write"),
  "message.messageSent": to("machinery", "write"),
  "message.queueMessages": to("machinery", "write"),
  "message.recordMessage": to("machinery", "write"),
  "message.tellTravellers": to("machinery", "write"),
  "municipality.importMunicipalities": to("machinery", "write"),
  "organisation.addOrganisation": to("machinery", "write"),
  "organisation.grantRole": to("administration", "write"),
  "organisation.municipalitiesForSelect": to("entrance", "read"),
  "organisation.organisationNamed": to("machinery", "read"),
  "organisation.otherOrganisationNamed": to("machinery", "write"),
  "organiser.ownTrip": to("publishedTrip", "write"),
  "organiser.ownTrips": to("administration", "read"),
  "organiser.tripToRead": to("municipalityRegistrations", "read"),
  "organiser.tripChoices": to("entrance", "read"),
  "privacy.forgetLogistics": to("machinery", "write"),
  "profile.myProfile": to("entrance", "read"),
  "profile.saveProfile": to("entrance", "write"),
  "project.createProject": to("administration", "write"),
  "registration.confirmFromLine": to("municipalityRegistrations", "write"),
  "registration.myRegistrations": to("ownRegistration", "read"),
  "registration.register": to("ownRegistration", "send"),
  "registration.registrationForOrganiser": to("municipalityRegistrations", "read"),
  "registration.registrationOf": to("ownRegistration", "read"),
  "registration.registrationsOfTrip": to("municipalityRegistrations", "read"),
  "registration.withdraw": to("municipalityRegistrations", "withdraw"),
  "route.routeOf": to("machinery", "read"),
  "route.writeRoute": to("machinery", "write"),
  "seat.recount": to("machinery", "write"),
  "seat.releaseDue": to("machinery", "write"),
  "seat.releaseIfDue": to("machinery", "write"),
  "seat.seatFacts": to("machinery", "read"),
  "seat.seatSummaries": to("machinery", "read"),
  "seat.setSeats": to("publishedTrip", "write"),
  "seat.walkLine": to("machinery", "write"),
  "session.beginSession": to("entrance", "write"),
  "session.endSession": to("entrance", "write"),
  "session.forgetExpired": to("machinery", "write"),
  "session.isShutOut": to("machinery", "read"),
  "sign-in.addressOfLink": to("entrance", "read"),
  "sign-in.startSignIn": to("entrance", "write"),
  "sign-in.useCode": to("entrance", "write"),
  "sign-in.useLink": to("entrance", "write"),
  "trip.cancelTrip": to("publishedTrip", "write"),
  "trip.completeTrip": to("publishedTrip", "write"),
  "trip.createTrip": to("publishedTrip", "write"),
  "trip.editTrip": to("publishedTrip", "write"),
  "trip.publishedTrip": to("publishedTrip", "read"),
  "trip.publishedTrips": to("publishedTrip", "read"),
  "trip.publishTrip": to("publishedTrip", "write"),
};

/**
 * What each page and route handler lets somebody do, by its key in Next's list of routes. A journey asks
 * for each as every role, with a stranger's trip in the address.
 */
export const addresses: Record<string, Assignment> = {
  "/[locale]/[...missing]/page": to("machinery", "read"),
  "/[locale]/dev/mailbox/page": to("entrance", "read"),
  "/[locale]/me/page": to("ownRegistration", "read"),
  "/[locale]/me/profile/page": to("entrance", "write"),
  "/[locale]/organise/hosts/[host]/page": to("hosts", "write"),
  "/[locale]/organise/hosts/new/page": to("hosts", "write"),
  "/[locale]/organise/hosts/page": to("hosts", "write"),
  "/[locale]/organise/page": to("administration", "read"),
  "/[locale]/organise/places/page": to("hosts", "write"),
  "/[locale]/organise/trips/[slug]/attendance/[date]/marks/route": to("attendance", "write"),
  "/[locale]/organise/trips/[slug]/attendance/[date]/page": to("attendance", "read"),
  "/[locale]/organise/trips/[slug]/attendance/page": to("attendance", "read"),
  "/[locale]/organise/trips/[slug]/cancellation/page": to("publishedTrip", "write"),
  "/[locale]/organise/trips/[slug]/facts/page": to("publishedTrip", "write"),
  "/[locale]/organise/trips/[slug]/itinerary/items/[item]/page": to("publishedTrip", "write"),
  "/[locale]/organise/trips/[slug]/itinerary/items/new/page": to("publishedTrip", "write"),
  "/[locale]/organise/trips/[slug]/itinerary/page": to("publishedTrip", "write"),
  "/[locale]/organise/trips/[slug]/page": to("publishedTrip", "write"),
  "/[locale]/organise/trips/[slug]/registrations/[registration]/page": to(
    "municipalityRegistrations",
    "read",
  ),
  "/[locale]/organise/trips/[slug]/registrations/[registration]/withdrawal/page": to(
    "municipalityRegistrations",
    "withdraw",
  ),
  "/[locale]/organise/trips/[slug]/registrations/page": to("municipalityRegistrations", "read"),
  "/[locale]/organise/trips/[slug]/seats/page": to("publishedTrip", "write"),
  "/[locale]/organise/trips/new/page": to("publishedTrip", "write"),
  "/[locale]/page": to("publishedTrip", "read"),
  "/[locale]/privacy/page": to("entrance", "read"),
  "/[locale]/search/page": to("publishedTrip", "read"),
  "/[locale]/sign-in/code/page": to("entrance", "read"),
  "/[locale]/sign-in/confirm/page": to("entrance", "read"),
  "/[locale]/sign-in/page": to("entrance", "read"),
  "/[locale]/trips/[slug]/itinerary.pdf/route": to("publishedTrip", "read"),
  "/[locale]/trips/[slug]/itinerary/page": to("publishedTrip", "read"),
  "/[locale]/trips/[slug]/page": to("publishedTrip", "read"),
  "/[locale]/trips/[slug]/registration/check/page": to("ownRegistration", "send"),
  "/[locale]/trips/[slug]/registration/page": to("publishedTrip", "read"),
  "/[locale]/trips/[slug]/registration/submission/route": to("ownRegistration", "send"),
  "/[locale]/trips/[slug]/registration/withdrawal/page": to("ownRegistration", "withdraw"),
  "/_global-error/page": to("machinery", "read"),
  "/_not-found/page": to("machinery", "read"),
  "/api/auth/callback/oidc/route": to("entrance", "write"),
  "/api/health/route": to("entrance", "read"),
  "/api/sign-in/code/route": to("entrance", "write"),
  "/api/sign-in/link/route": to("entrance", "write"),
  "/api/sign-in/provider/route": to("entrance", "write"),
  "/api/sign-in/route": to("entrance", "write"),
  "/api/sign-out/route": to("entrance", "write"),
  "/icon.svg/route": to("entrance", "read"),
  "/robots.txt/route": to("entrance", "read"),
};

/**
 * What each server action lets somebody do, as `file#export`. A journey posts to each as every role, with
 * nothing of theirs in the form, and finds that nothing was written.
 */
export const actions: Record<string, Assignment> = {
  "app/[locale]/me/profile/actions.ts#changeProfile": to("entrance", "write"),
  "app/[locale]/organise/hosts/actions.ts#makeHost": to("hosts", "write"),
  "app/[locale]/organise/hosts/actions.ts#makeSpeaker": to("hosts", "write"),
  "app/[locale]/organise/places/actions.ts#makePlace": to("hosts", "write"),
  "app/[locale]/organise/trips/[slug]/actions.ts#closeTrip": to("publishedTrip", "write"),
  "app/[locale]/organise/trips/[slug]/actions.ts#openTrip": to("publishedTrip", "write"),
  "app/[locale]/organise/trips/[slug]/cancellation/actions.ts#callOff": to(
    "publishedTrip",
    "write",
  ),
  "app/[locale]/organise/trips/[slug]/facts/actions.ts#saveTrip": to("publishedTrip", "write"),
  "app/[locale]/organise/trips/[slug]/itinerary/actions.ts#publishDraft": to(
    "publishedTrip",
    "write",
  ),
  "app/[locale]/organise/trips/[slug]/itinerary/actions.ts#shiftItem": to("publishedTrip", "write"),
  "app/[locale]/organise/trips/[slug]/itinerary/items/actions.ts#dropItem": to(
    "publishedTrip",
    "write",
  ),
  "app/[locale]/organise/trips/[slug]/itinerary/items/actions.ts#makeItem": to(
    "publishedTrip",
    "write",
  ),
  "app/[locale]/organise/trips/[slug]/itinerary/items/actions.ts#saveItem": to(
    "publishedTrip",
    "write",
  ),
  "app/[locale]/organise/trips/[slug]/registrations/[registration]/actions.ts#giveSeat": to(
    "municipalityRegistrations",
    "write",
  ),
  "app/[locale]/organise/trips/[slug]/registrations/[registration]/actions.ts#takeSeatBack": to(
    "municipalityRegistrations",
    "withdraw",
  ),
  "app/[locale]/organise/trips/[slug]/seats/actions.ts#saveSeats": to("publishedTrip", "write"),
  "app/[locale]/organise/trips/new/actions.ts#makeTrip": to("publishedTrip", "write"),
  "app/[locale]/trips/[slug]/registration/actions.ts#checkAnswers": to("ownRegistration", "send"),
  "app/[locale]/trips/[slug]/registration/withdrawal/actions.ts#giveBack": to(
    "ownRegistration",
    "withdraw",
  ),
};

/** Whether the role may do this to a thing of a stranger's: one that it has nothing to do with. */
export function mayToStrangers(assignment: Assignment, role: Role): boolean {
  return grantsOf(assignment, role).some(({ of }) => of === "everybody's");
}

/** Whether the role may do this to anything at all. */
export function mayAtAll(assignment: Assignment, role: Role): boolean {
  return grantsOf(assignment, role).length > 0;
}

function grantsOf({ thing, verb }: Assignment, role: Role): Grant[] {
  const grants = permissions[thing].grants[role] ?? [];
  return grants.filter(({ verbs }) => verbs === "all" || verbs.includes(verb));
}
