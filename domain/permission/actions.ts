import { attendanceActions } from "./attendance-actions.ts";
import { type Assignment, to } from "./schema.ts";

/**
 * What each server action lets somebody do, as `file#export`. A journey posts to each as every role, with
 * nothing of theirs in the form, and finds that nothing was written.
 */
export const actions: Record<string, Assignment> = {
  "app/[locale]/me/actions.ts#renewAddress": to("entrance", "write"),
  "app/[locale]/me/profile/actions.ts#changeProfile": to("entrance", "write"),
  "app/[locale]/municipality/registrations/[registration]/sign-off/actions.ts#sayNo": to(
    "municipalityRegistrations",
    "signOff",
  ),
  "app/[locale]/municipality/registrations/[registration]/sign-off/actions.ts#sayYes": to(
    "municipalityRegistrations",
    "signOff",
  ),
  "app/[locale]/municipality/trips/[slug]/actions.ts#nameOne": to(
    "municipalityRegistrations",
    "send",
  ),
  "app/[locale]/municipality/trips/[slug]/delegation/actions.ts#send": to(
    "municipalityRegistrations",
    "send",
  ),
  "app/[locale]/municipality/role/actions.ts#askToCoordinate": to("entrance", "write"),
  "app/[locale]/organise/coordinators/actions.ts#approve": to("coordinators", "write"),
  "app/[locale]/organise/coordinators/actions.ts#invite": to("coordinators", "write"),
  "app/[locale]/organise/coordinators/actions.ts#takeBack": to("coordinators", "write"),
  "app/[locale]/organise/coordinators/actions.ts#turnDown": to("coordinators", "write"),
  "app/[locale]/organise/domains/actions.ts#dropDomain": to("installation", "write"),
  "app/[locale]/organise/domains/actions.ts#keepDomain": to("installation", "write"),
  "app/[locale]/organise/hosts/actions.ts#dropHost": to("hosts", "write"),
  "app/[locale]/organise/hosts/actions.ts#dropName": to("hosts", "write"),
  "app/[locale]/organise/hosts/actions.ts#joinHosts": to("hosts", "write"),
  "app/[locale]/organise/hosts/actions.ts#keepHost": to("hosts", "write"),
  "app/[locale]/organise/hosts/actions.ts#makeHost": to("hosts", "write"),
  "app/[locale]/organise/hosts/actions.ts#makeSpeaker": to("hosts", "write"),
  "app/[locale]/organise/places/actions.ts#makePlace": to("hosts", "write"),
  "app/[locale]/organise/projects/[project]/actions.ts#dropLogo": to("administration", "write"),
  "app/[locale]/organise/projects/[project]/actions.ts#moveLogoForward": to(
    "administration",
    "write",
  ),
  "app/[locale]/organise/projects/[project]/actions.ts#nameLogo": to("administration", "write"),
  "app/[locale]/organise/projects/[project]/actions.ts#sendLogo": to("administration", "write"),
  "app/[locale]/organise/projects/actions.ts#dropProject": to("administration", "write"),
  "app/[locale]/organise/projects/actions.ts#keepProject": to("administration", "write"),
  "app/[locale]/organise/projects/actions.ts#makeProject": to("administration", "write"),
  "app/[locale]/organise/speakers/[speaker]/actions.ts#dropSpeaker": to("hosts", "write"),
  "app/[locale]/organise/speakers/[speaker]/actions.ts#joinSpeakers": to("hosts", "write"),
  "app/[locale]/organise/speakers/[speaker]/actions.ts#keepSpeaker": to("hosts", "write"),
  "app/[locale]/organise/trips/[slug]/actions.ts#closeTrip": to("publishedTrip", "write"),
  "app/[locale]/organise/trips/[slug]/actions.ts#openTrip": to("publishedTrip", "write"),
  "app/[locale]/organise/trips/[slug]/cancellation/actions.ts#callOff": to(
    "publishedTrip",
    "write",
  ),
  "app/[locale]/organise/trips/[slug]/copy/actions.ts#makeCopy": to("publishedTrip", "write"),
  "app/[locale]/organise/trips/[slug]/facts/actions.ts#saveTrip": to("publishedTrip", "write"),
  "app/[locale]/organise/trips/[slug]/facts/actions.ts#setCheckIn": to("publishedTrip", "write"),
  "app/[locale]/trips/[slug]/check-in/[code]/actions.ts#confirmCheckIn": to(
    "ownRegistration",
    "write",
  ),
  "app/[locale]/organise/trips/[slug]/invitations/actions.ts#sendInvitation": to(
    "publishedTrip",
    "write",
  ),
  "app/[locale]/organise/trips/[slug]/invitations/actions.ts#takeBack": to(
    "publishedTrip",
    "write",
  ),
  "app/[locale]/organise/trips/[slug]/itinerary/actions.ts#publishDraft": to(
    "publishedTrip",
    "write",
  ),
  "app/[locale]/organise/trips/[slug]/itinerary/builder/actions.ts#changeDraft": to(
    "publishedTrip",
    "write",
  ),
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
  "app/[locale]/organise/trips/[slug]/papers/actions.ts#beginBatch": to("publishedTrip", "write"),
  "app/[locale]/organise/trips/[slug]/papers/wordings/[paper]/actions.ts#keepWording": to(
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
  "app/[locale]/organise/trips/[slug]/registrations/bulk/actions.ts#beginBulk": to(
    "publishedTrip",
    "write",
  ),
  "app/[locale]/organise/trips/[slug]/rooms/actions.ts#dropLodging": to("publishedTrip", "write"),
  "app/[locale]/organise/trips/[slug]/rooms/actions.ts#dropRoom": to("publishedTrip", "write"),
  "app/[locale]/organise/trips/[slug]/rooms/actions.ts#keepBeds": to("publishedTrip", "write"),
  "app/[locale]/organise/trips/[slug]/rooms/actions.ts#keepByWishes": to("publishedTrip", "write"),
  "app/[locale]/organise/trips/[slug]/rooms/actions.ts#keepLodging": to("publishedTrip", "write"),
  "app/[locale]/organise/trips/[slug]/rooms/actions.ts#keepRooms": to("publishedTrip", "write"),
  "app/[locale]/organise/trips/[slug]/seats/actions.ts#saveSeats": to("publishedTrip", "write"),
  "app/[locale]/organise/trips/[slug]/travel/actions.ts#dropPickup": to("publishedTrip", "write"),
  "app/[locale]/organise/trips/[slug]/travel/actions.ts#dropVehicle": to("publishedTrip", "write"),
  "app/[locale]/organise/trips/[slug]/travel/actions.ts#keepPickup": to("publishedTrip", "write"),
  "app/[locale]/organise/trips/[slug]/travel/actions.ts#keepVehicle": to("publishedTrip", "write"),
  "app/[locale]/organise/trips/[slug]/travel/actions.ts#setPickup": to("publishedTrip", "write"),
  "app/[locale]/organise/trips/new/actions.ts#makeTrip": to("publishedTrip", "write"),
  "app/[locale]/trips/[slug]/registration/actions.ts#checkAnswers": to("ownRegistration", "send"),
  "app/[locale]/trips/[slug]/registration/photographs/actions.ts#wish": to(
    "ownRegistration",
    "write",
  ),
  "app/[locale]/trips/[slug]/registration/pickup/actions.ts#choose": to("ownRegistration", "write"),
  "app/[locale]/trips/[slug]/registration/room/actions.ts#wish": to("ownRegistration", "write"),
  "app/[locale]/municipality/registrations/[registration]/replacement/actions.ts#acceptFor": to(
    "municipalityRegistrations",
    "replace",
  ),
  "app/[locale]/municipality/registrations/[registration]/replacement/actions.ts#declineFor": to(
    "municipalityRegistrations",
    "replace",
  ),
  "app/[locale]/municipality/registrations/[registration]/replacement/actions.ts#makeHead": to(
    "municipalityRegistrations",
    "replace",
  ),
  "app/[locale]/municipality/registrations/[registration]/replacement/actions.ts#nameAnother": to(
    "municipalityRegistrations",
    "replace",
  ),
  "app/[locale]/municipality/registrations/[registration]/replacement/actions.ts#takeBack": to(
    "municipalityRegistrations",
    "withdraw",
  ),
  "app/[locale]/municipality/registrations/[registration]/replacement/actions.ts#wishFor": to(
    "municipalityRegistrations",
    "replace",
  ),
  "app/[locale]/organise/trips/[slug]/registrations/[registration]/replacement/actions.ts#acceptAsOrganiser":
    to("municipalityRegistrations", "write"),
  "app/[locale]/organise/trips/[slug]/registrations/[registration]/replacement/actions.ts#declineAsOrganiser":
    to("municipalityRegistrations", "write"),
  "app/[locale]/organise/trips/[slug]/registrations/[registration]/replacement/actions.ts#nameAsOrganiser":
    to("municipalityRegistrations", "write"),
  "app/[locale]/organise/trips/[slug]/registrations/[registration]/sign-off/actions.ts#sayNoFor":
    to("municipalityRegistrations", "write"),
  "app/[locale]/organise/trips/[slug]/registrations/[registration]/sign-off/actions.ts#sayYesFor":
    to("municipalityRegistrations", "write"),
  "app/[locale]/sign-offs/[registration]/[token]/actions.ts#sayNo": to(
    "municipalityRegistrations",
    "signOff",
  ),
  "app/[locale]/sign-offs/[registration]/[token]/actions.ts#sayYes": to(
    "municipalityRegistrations",
    "signOff",
  ),
  "app/[locale]/trips/[slug]/registration/replacement/actions.ts#propose": to(
    "ownRegistration",
    "write",
  ),
  "app/[locale]/trips/[slug]/registration/replacement/actions.ts#takeProposalBack": to(
    "ownRegistration",
    "write",
  ),
  "app/[locale]/trips/[slug]/registration/withdrawal/actions.ts#comeAfterAll": to(
    "ownRegistration",
    "withdraw",
  ),
  "app/[locale]/trips/[slug]/registration/withdrawal/actions.ts#giveUp": to(
    "ownRegistration",
    "withdraw",
  ),
  "app/[locale]/withdrawals/[registration]/[token]/actions.ts#comeAfterAll": to(
    "ownRegistration",
    "withdraw",
  ),
  "app/[locale]/withdrawals/[registration]/[token]/actions.ts#giveUp": to(
    "ownRegistration",
    "withdraw",
  ),
  "app/[locale]/municipality/registrations/[registration]/needs/actions.ts#saveFor": to(
    "needs",
    "write",
  ),
  "app/[locale]/municipality/registrations/[registration]/needs/actions.ts#withdrawFor": to(
    "needs",
    "write",
  ),
  "app/[locale]/trips/[slug]/registration/needs/actions.ts#save": to("needs", "write"),
  "app/[locale]/trips/[slug]/registration/needs/actions.ts#withdraw": to("needs", "write"),
  "app/[locale]/organise/trips/[slug]/needs/actions.ts#keepFor": to("publishedTrip", "write"),
  "app/[locale]/organise/trips/[slug]/questions/actions.ts#dropQuestion": to(
    "publishedTrip",
    "write",
  ),
  "app/[locale]/organise/trips/[slug]/questions/actions.ts#keepQuestion": to(
    "publishedTrip",
    "write",
  ),
  "app/[locale]/organise/trips/[slug]/questions/actions.ts#shiftQuestion": to(
    "publishedTrip",
    "write",
  ),
  "app/[locale]/trips/[slug]/registration/questions/actions.ts#save": to(
    "ownRegistration",
    "write",
  ),
  "app/[locale]/municipality/registrations/[registration]/questions/actions.ts#answerOfMember": to(
    "municipalityRegistrations",
    "send",
  ),
  "app/[locale]/municipality/delegations/[delegation]/questions/actions.ts#answerOfDelegation": to(
    "municipalityRegistrations",
    "send",
  ),
  ...attendanceActions,
};
