import { type Assignment, to } from "./schema.ts";

/** What the commands and queries of buses, pick-ups and rooms let somebody do. */
export const travelFunctions: Record<string, Assignment> = {
  "boarding.choosePickup": to("ownRegistration", "write"),
  "lodging.addRooms": to("publishedTrip", "write"),
  "lodging.freeRooms": to("machinery", "read"),
  "lodging.lodgingsOfTrip": to("publishedTrip", "write"),
  "lodging.ownRoom": to("ownRegistration", "read"),
  "lodging.planBeds": to("publishedTrip", "write"),
  "lodging.planByWishes": to("publishedTrip", "write"),
  "lodging.removeLodging": to("publishedTrip", "write"),
  "lodging.removeRoom": to("publishedTrip", "write"),
  "lodging.saveLodging": to("publishedTrip", "write"),
  "lodging.sleepers": to("machinery", "read"),
  "lodging.wishRoom": to("ownRegistration", "write"),
  "travel.manifest": to("namesOnTrip", "read"),
  "travel.pickupChoices": to("ownRegistration", "read"),
  "travel.removePickup": to("publishedTrip", "write"),
  "travel.removeVehicle": to("publishedTrip", "write"),
  "travel.savePickup": to("publishedTrip", "write"),
  "travel.saveVehicle": to("publishedTrip", "write"),
  "travel.travelOfTrip": to("publishedTrip", "write"),
};
