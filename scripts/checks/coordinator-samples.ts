import { momentInRiga } from "#lib/dates.ts";
import { now, type Theirs } from "./strangers.ts";

/** What the functions about a municipality and its coordinators are called with, after the actor. */
export const coordinatorSamples: Record<string, (theirs: Theirs) => unknown[]> = {
  "coordinator.coordinators": () => [{}],
  "coordinator.inviteCoordinator": (theirs) => [
    { email: `koordinators@${theirs.domain}`, organisationId: theirs.municipalityId },
    now,
  ],
  "coordinator.removeCoordinator": (theirs) => [
    { userId: theirs.coordinator.userId, organisationId: theirs.organisationId },
    now,
  ],
  "municipality.municipalityNow": (theirs) => [theirs.organisationId, now],
  "past-share.pastSharesOfPeople": (theirs) => [theirs.tripId, [theirs.waitingId], now],
  "past-share.pastSharesOfWaiting": (theirs) => [theirs.tripId, [theirs.waitingId], now],
  "past-share.pastSharesOfTrip": (theirs) => [theirs.tripId, now],
  "past-trip.pastTrips": (theirs) => [theirs.organisationId, momentInRiga("2026-07-01", "12:00")],
  "role-request.approveRequest": (theirs) => [{ requestId: theirs.requestId }, now],
  "role-request.openRequestCount": () => [],
  "role-request.openRequests": () => [],
  "role-request.refuseRequest": (theirs) => [
    { requestId: theirs.requestId, reason: "Lomu lūdz cits." },
    now,
  ],
  "ruling.rulings": (theirs) => [theirs.organisationId],
};
