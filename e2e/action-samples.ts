import { date, type Theirs } from "#scripts/checks/strangers.ts";
import { type ActionSample, person, sample } from "./action-sample.ts";
import { municipalitySamples } from "./municipality-samples.ts";
import { placeSamples } from "./place-samples.ts";
import { projectSamples } from "./project-samples.ts";
import { sheetSamples } from "./sheet-samples.ts";

const item = { date, kind: "visit", "title.lv": "Cita vizīte", starts: "12:00", ends: "13:00" };

const facts = {
  "title.lv": "Mainīts nosaukums",
  "aim.lv": "Mainīts mērķis",
  dates: date,
  languages: "lv",
  registrationOpensAt: "2026-05-01T09:00",
  registrationDeadline: "2026-06-01T17:00",
};

const own = "/organise/trips";
const coordinators = "/organise/coordinators";

/** Each action as its form would call it, with a trip of somebody's. */
export const actionSamples: Record<string, (theirs: Theirs) => ActionSample> = {
  ...municipalitySamples,
  ...placeSamples,
  ...projectSamples,
  ...sheetSamples,
  "app/[locale]/me/actions.ts#renewAddress": () => sample("/me", []),
  "app/[locale]/me/profile/actions.ts#changeProfile": (theirs) =>
    sample("/me/profile", [], { ...person, organisation: theirs.organisationId }),
  "app/[locale]/municipality/role/actions.ts#askToCoordinate": ({ municipalityId }) =>
    sample("/municipality/role", [], { organisationId: municipalityId, note: "Kancelejā" }),
  "app/[locale]/organise/coordinators/actions.ts#approve": ({ requestId }) =>
    sample(coordinators, [requestId]),
  "app/[locale]/organise/coordinators/actions.ts#invite": ({ municipalityId, domain }) =>
    sample(coordinators, [], { organisationId: municipalityId, email: `vadiba@${domain}` }),
  "app/[locale]/organise/coordinators/actions.ts#takeBack": ({ coordinator, organisationId }) =>
    sample(coordinators, [coordinator.userId, organisationId]),
  "app/[locale]/organise/coordinators/actions.ts#turnDown": ({ requestId }) =>
    sample(coordinators, [requestId], { reason: "Lomu lūdz cits." }),
  "app/[locale]/organise/hosts/actions.ts#makeHost": (theirs) =>
    sample("/organise/hosts/new", [], {
      name: `Teātris ${theirs.slug}`,
      placeId: theirs.facts.places[0]?.placeId ?? "",
    }),
  "app/[locale]/organise/hosts/actions.ts#makeSpeaker": ({ organisationId: host }) =>
    sample(`/organise/hosts/${host}`, [host], {
      givenName: "Anna",
      familyName: "Bērziņa",
      "role.lv": "vadītāja",
    }),
  "app/[locale]/organise/hosts/actions.ts#keepHost": ({ hostId, slug }) =>
    sample(`/organise/hosts/${hostId}`, [hostId], { name: `Nams ${slug}`, groupLimit: "12" }),
  "app/[locale]/organise/hosts/actions.ts#dropName": ({ hostId }) =>
    sample(`/organise/hosts/${hostId}`, [hostId, "2020-01-01"]),
  "app/[locale]/organise/hosts/actions.ts#dropHost": ({ duplicateId }) =>
    sample(`/organise/hosts/${duplicateId}`, [duplicateId]),
  "app/[locale]/organise/hosts/actions.ts#joinHosts": ({ hostId, duplicateId }) =>
    sample(`/organise/hosts/${duplicateId}/merge`, [duplicateId], { into: hostId }),
  "app/[locale]/organise/speakers/[speaker]/actions.ts#keepSpeaker": ({ hostId, speakerId }) =>
    sample(`/organise/speakers/${speakerId}`, [speakerId], {
      organisationId: hostId,
      givenName: "Anna",
      familyName: "Ozoliņa",
      "role.lv": "direktore",
    }),
  "app/[locale]/organise/speakers/[speaker]/actions.ts#dropSpeaker": ({ hostId, speakerId }) =>
    sample(`/organise/speakers/${speakerId}`, [speakerId, hostId]),
  "app/[locale]/organise/speakers/[speaker]/actions.ts#joinSpeakers": ({ speakerId }) =>
    sample(`/organise/speakers/${speakerId}`, [speakerId], { into: speakerId }),
  "app/[locale]/organise/domains/actions.ts#keepDomain": ({ organisationId, slug }) =>
    sample("/organise/domains", [], { organisationId, domain: `${slug}.example` }),
  "app/[locale]/organise/domains/actions.ts#dropDomain": ({ organisationId, domain }) =>
    sample("/organise/domains", [], { gone: `${organisationId} ${domain}` }),
  "app/[locale]/organise/trips/[slug]/papers/actions.ts#beginBatch": ({ tripId, slug }) =>
    sample(`${own}/${slug}/papers`, [{ tripId, slug, paper: "invitation" }]),
  "app/[locale]/organise/trips/[slug]/papers/wordings/[paper]/actions.ts#keepWording": (theirs) => {
    const { tripId, slug, organisationId } = theirs;
    const place = { tripId, slug, organisationId, paper: "invitation" };
    return sample(`${own}/${slug}/papers/wordings/invitation`, [place], { "text.lv": "{name}" });
  },
  "app/[locale]/organise/places/actions.ts#makePlace": (theirs) =>
    sample("/organise/places", [], {
      name: `Vieta ${theirs.slug}`,
      region: "Zemgale",
      latitude: "56,6",
      longitude: "23,7",
    }),
  "app/[locale]/organise/trips/[slug]/actions.ts#closeTrip": ({ slug, tripId }) =>
    sample(`${own}/${slug}`, [tripId]),
  "app/[locale]/organise/trips/[slug]/actions.ts#openTrip": ({ slug, tripId }) =>
    sample(`${own}/${slug}`, [tripId]),
  "app/[locale]/organise/trips/[slug]/cancellation/actions.ts#callOff": ({ slug, tripId }) =>
    sample(`${own}/${slug}/cancellation`, [tripId], { "reason.lv": "Vētra" }),
  "app/[locale]/organise/trips/[slug]/copy/actions.ts#makeCopy": ({ slug, tripId }) =>
    sample(`${own}/${slug}/copy`, [tripId], { firstDay: "2027-06-11", title: "Nākamgad" }),
  "app/[locale]/organise/trips/[slug]/facts/actions.ts#saveTrip": ({ slug, tripId }) =>
    sample(`${own}/${slug}/facts`, [tripId], facts),
  "app/[locale]/organise/trips/[slug]/facts/actions.ts#setCheckIn": ({ slug, tripId }) =>
    sample(`${own}/${slug}/facts`, [slug, tripId, false]),
  "app/[locale]/trips/[slug]/check-in/[code]/actions.ts#confirmCheckIn": ({ slug }) => {
    const code = `${date}~day~1~${"a".repeat(22)}`;
    return sample(`/trips/${slug}/check-in/${code}`, [slug, code]);
  },
  "app/[locale]/organise/trips/[slug]/itinerary/actions.ts#publishDraft": ({ slug, tripId }) =>
    sample(`${own}/${slug}/itinerary`, [tripId, slug], { note: "Otrā" }),
  "app/[locale]/organise/trips/[slug]/itinerary/builder/actions.ts#changeDraft": (theirs) =>
    sample(`${own}/${theirs.slug}/itinerary`, [{ tripId: theirs.tripId, slug: theirs.slug }], {
      deed: `duplicate ${theirs.itemId}`,
      seen: "1",
    }),
  "app/[locale]/organise/trips/[slug]/itinerary/items/actions.ts#dropItem": ({ slug, itemId }) =>
    sample(`${own}/${slug}/itinerary/items/${itemId}`, [{ itemId, slug, seen: 1000 }]),
  "app/[locale]/organise/trips/[slug]/itinerary/items/actions.ts#makeItem": ({ slug, tripId }) =>
    sample(`${own}/${slug}/itinerary/items/new`, [{ tripId, slug }], item),
  "app/[locale]/organise/trips/[slug]/itinerary/items/actions.ts#saveItem": ({ slug, itemId }) =>
    sample(`${own}/${slug}/itinerary/items/${itemId}`, [{ itemId, slug }], item),
  "app/[locale]/organise/trips/[slug]/registrations/[registration]/actions.ts#giveSeat": (theirs) =>
    sample(
      `${own}/${theirs.slug}/registrations/${theirs.waitingId}`,
      [theirs.slug, theirs.waitingId],
      { reason: "Vada delegāciju" },
    ),
  "app/[locale]/organise/trips/[slug]/registrations/[registration]/actions.ts#takeSeatBack": ({
    slug,
    registrationId,
  }) =>
    sample(`${own}/${slug}/registrations/${registrationId}/withdrawal`, [slug, registrationId], {
      reason: "Nevar.",
    }),
  "app/[locale]/organise/trips/[slug]/registrations/bulk/actions.ts#beginBulk": (theirs) =>
    sample(
      `${own}/${theirs.slug}/registrations/bulk`,
      [
        { tripId: theirs.tripId, slug: theirs.slug },
        { kind: "withdraw", all: false, view: [], ids: [theirs.registrationId] },
      ],
      { reason: "Nevar." },
    ),
  "app/[locale]/organise/trips/[slug]/travel/actions.ts#keepVehicle": ({ slug, tripId }) =>
    sample(`${own}/${slug}/travel`, [{ tripId, slug }, null], { name: "Otrs", seats: "8" }),
  "app/[locale]/organise/trips/[slug]/travel/actions.ts#dropVehicle": ({
    slug,
    tripId,
    vehicleId,
  }) => sample(`${own}/${slug}/travel`, [{ tripId, slug }, vehicleId]),
  "app/[locale]/organise/trips/[slug]/travel/actions.ts#keepPickup": (theirs) =>
    sample(`${own}/${theirs.slug}/travel`, [{ tripId: theirs.tripId, slug: theirs.slug }, null], {
      vehicleId: theirs.vehicleId,
      spot: "Stacija",
      date,
      clock: "08:15",
    }),
  "app/[locale]/organise/trips/[slug]/travel/actions.ts#dropPickup": ({ slug, tripId, pickupId }) =>
    sample(`${own}/${slug}/travel`, [{ tripId, slug }, pickupId]),
  "app/[locale]/organise/trips/[slug]/travel/actions.ts#setPickup": (theirs) =>
    sample(
      `${own}/${theirs.slug}/registrations/${theirs.registrationId}`,
      [theirs.slug, theirs.registrationId],
      { pickupId: theirs.pickupId },
    ),
  "app/[locale]/trips/[slug]/registration/pickup/actions.ts#choose": (theirs) =>
    sample(`/trips/${theirs.slug}/registration/pickup`, [theirs.slug, theirs.registrationId], {
      pickupId: theirs.pickupId,
    }),
  "app/[locale]/organise/trips/[slug]/rooms/actions.ts#keepLodging": (theirs) =>
    sample(`${own}/${theirs.slug}/rooms`, [{ tripId: theirs.tripId, slug: theirs.slug }, null], {
      name: "Otra viesnīca",
      firstNight: date,
      lastNight: date,
    }),
  "app/[locale]/organise/trips/[slug]/rooms/actions.ts#dropLodging": (theirs) =>
    sample(`${own}/${theirs.slug}/rooms`, [
      { tripId: theirs.tripId, slug: theirs.slug },
      theirs.lodgingId,
    ]),
  "app/[locale]/organise/trips/[slug]/rooms/actions.ts#keepRooms": (theirs) =>
    sample(
      `${own}/${theirs.slug}/rooms`,
      [{ tripId: theirs.tripId, slug: theirs.slug }, theirs.lodgingId],
      {
        kind: "single",
        count: "2",
        from: "400",
      },
    ),
  "app/[locale]/organise/trips/[slug]/rooms/actions.ts#dropRoom": (theirs) =>
    sample(`${own}/${theirs.slug}/rooms`, [{ tripId: theirs.tripId, slug: theirs.slug }], {
      roomId: theirs.roomId,
    }),
  "app/[locale]/organise/trips/[slug]/rooms/actions.ts#keepBeds": (theirs) =>
    sample(
      `${own}/${theirs.slug}/rooms`,
      [{ tripId: theirs.tripId, slug: theirs.slug }, theirs.lodgingId],
      {
        [`was.${theirs.roomId}`]: "",
        [`room.${theirs.roomId}`]: theirs.registrationId,
      },
    ),
  "app/[locale]/organise/trips/[slug]/rooms/actions.ts#keepByWishes": (theirs) =>
    sample(`${own}/${theirs.slug}/rooms`, [
      { tripId: theirs.tripId, slug: theirs.slug },
      theirs.lodgingId,
    ]),
  "app/[locale]/trips/[slug]/registration/photographs/actions.ts#wish": (theirs) =>
    sample(`/trips/${theirs.slug}/registration/photographs`, [theirs.slug, theirs.registrationId], {
      noPhotos: "yes",
    }),
  "app/[locale]/trips/[slug]/registration/room/actions.ts#wish": (theirs) =>
    sample(`/trips/${theirs.slug}/registration/room`, [theirs.slug, theirs.registrationId], {
      kind: "single",
    }),
  "app/[locale]/organise/trips/[slug]/seats/actions.ts#saveSeats": ({ slug, tripId }) =>
    sample(`${own}/${slug}/seats`, [tripId, slug], {
      capacity: "20",
      allocationOrder: "spread",
      promotionEndsAt: "2026-06-01T17:00",
      namesFrozenAt: "2026-06-01T17:00",
    }),
  "app/[locale]/organise/trips/[slug]/invitations/actions.ts#sendInvitation": (theirs) =>
    sample(`${own}/${theirs.slug}/invitations`, [{ tripId: theirs.tripId, slug: theirs.slug }], {
      organisationId: theirs.organisationId,
    }),
  "app/[locale]/organise/trips/[slug]/invitations/actions.ts#takeBack": (theirs) =>
    sample(`${own}/${theirs.slug}/invitations`, [
      { tripId: theirs.tripId, slug: theirs.slug },
      theirs.invitationId,
    ]),
  "app/[locale]/organise/trips/new/actions.ts#makeTrip": ({ organisationId }) =>
    sample(`${own}/new`, [organisationId], { ...facts, organisationId, capacity: "10" }),
  "app/[locale]/trips/[slug]/registration/actions.ts#checkAnswers": ({ slug, organisationId }) =>
    sample(`/trips/${slug}/registration`, [slug], { ...person, organisation: organisationId }),
};
