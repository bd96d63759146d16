/**
 * Rows that a file takes of a table, `:trip` being the trip's id: columns that are the `same` in the other installation,
 * those that refer to a row or person there, and why the others are made anew or left behind.
 */
type Taken = {
  of: string;
  same: string;
  refers?: string;
  others?: Record<string, string>;
};

const ofTrip = "trip_id = :trip";
const ofDay = "trip_day_id in (select id from trip_day where trip_id = :trip)";
const ofPerson = "registration_id in (select id from registration where trip_id = :trip)";
const items = `select id from agenda_item where ${ofDay}`;
const speakers = `select speaker_id from agenda_item_speaker where agenda_item_id in (${items})`;
const organisations = `select id from organisation where kind <> 'municipality' and id in (
  select host_id from agenda_item where ${ofDay}
  union select organisation_id from registration where ${ofTrip}
  union select organisation_id from speaker where id in (${speakers}))`;
const ownId = { id: "each installation has its own" };
const order = { sequence: "the order, in which they are written again" };

/** What becomes of each table where a trip travels as a file; the others are in tables-left.ts. */
export const taken: Record<string, Taken> = {
  accepted_warning: {
    of: ofTrip,
    same: "fingerprint note accepted_at",
    refers: "trip_id accepted_by",
  },
  agenda_item: {
    of: ofDay,
    same: "id position kind starts_at ends_at title note venue address latitude longitude languages interpretation responsible internal_note",
    refers: "trip_day_id host_id place_id",
    others: { revision: "counts the changes of one installation" },
  },
  agenda_item_speaker: {
    of: `agenda_item_id in (${items})`,
    same: "agenda_item_id position",
    refers: "speaker_id",
  },
  answer: {
    of: "question_id in (select id from question where trip_id = :trip) and file_id is null",
    same: "value answered_at",
    refers: "question_id registration_id delegation_id answered_by",
    others: {
      ...ownId,
      file_id: "contents of files are in no file; the import says how many there were",
    },
  },
  attendance: {
    of: ofDay,
    same: "id present overrules reason device device_number device_at revoked by_attendee received_at agenda_item_id",
    refers: "trip_day_id registration_id pickup_id recorded_by",
    others: order,
  },
  bed: { of: ofPerson, same: "", refers: "lodging_id room_id registration_id" },
  certificate: {
    of: ofPerson,
    same: "id name organisation institution position trip_title days hours issued_at replaced_at",
    refers: "registration_id issued_by",
    others: {
      serial: "numbers of two installations may be the same",
      imported_number: "the number there",
      imported_from: "whose trip it was there",
    },
  },
  day_lock: {
    of: ofDay,
    same: "locked_at present people reopened_at reopen_reason",
    refers: "trip_day_id locked_by reopened_by",
    others: ownId,
  },
  delegation: {
    of: ofTrip,
    same: "size at_least created_at",
    refers: "trip_id organisation_id sent_by",
    others: { ...ownId, key: "of the form that was sent there" },
  },
  itinerary_version: {
    of: ofTrip,
    same: "number note facts published_at",
    refers: "trip_id published_by",
    others: ownId,
  },
  lodging: {
    of: ofTrip,
    same: "name address first_night last_night",
    refers: "trip_id",
    others: ownId,
  },
  organisation: {
    of: `id in (${organisations})`,
    same: "kind name name_en country type region institution group_limit",
    refers: "place_id",
    others: {
      ...ownId,
      ...{ code: "of municipalities, which no file makes", note: "of municipalities" },
      ...{ valid_from: "of municipalities", valid_to: "of municipalities" },
    },
  },
  organisation_former_name: {
    of: `organisation_id in (${organisations})`,
    same: "name name_en valid_to",
    refers: "organisation_id",
  },
  pickup: {
    of: ofTrip,
    same: "spot departs_at",
    refers: "trip_id vehicle_id place_id organisation_id",
    others: ownId,
  },
  place: {
    of: `id in (select place_id from trip_place where ${ofTrip}
      union select place_id from pickup where ${ofTrip}
      union select place_id from agenda_item where ${ofDay}
      union select place_id from organisation where id in (${organisations}))`,
    same: "name region country latitude longitude",
    others: ownId,
  },
  project: {
    of: "id = (select project_id from trip where id = :trip)",
    same: "number short_name name programme period funding_statement disclaimer",
    refers: "organisation_id",
    others: ownId,
  },
  project_logo: {
    of: "project_id = (select project_id from trip where id = :trip)",
    same: "position name width height bytes sha256 content added_at",
    refers: "project_id",
    others: ownId,
  },
  proposal: {
    of: ofPerson,
    same: "given_name family_name email phone position proposed_at",
    refers: "registration_id proposed_by",
    others: ownId,
  },
  question: {
    of: ofTrip,
    same: "kind asked_of label hint options required condition_answer retention_days retired_at",
    refers: "trip_id condition_question_id",
    others: { ...ownId, position: "the order, in which they are counted again" },
  },
  quota: {
    of: ofTrip,
    same: "guaranteed maximum taken waiting least",
    refers: "trip_id organisation_id",
  },
  registration: {
    of: ofTrip,
    same: `given_name family_name email phone institution position locale is_head no_photos waiting_reason confirmed_at
      sign_off_due_at sign_off_lapsed_at signed_off_at decision_reason withdrawn_at withdrawal_reason
      replacement_asked_until created_at`,
    refers:
      "trip_id user_id organisation_id delegation_id pickup_id entered_by signed_off_by decided_by withdrawn_by",
    others: { ...ownId, line: "the order, in which they are written again" },
  },
  replacement: {
    of: ofPerson,
    same: "former_name successor_name replaced_at",
    refers: "registration_id former_user_id replaced_by",
    others: ownId,
  },
  room: {
    of: "lodging_id in (select id from lodging where trip_id = :trip)",
    same: "name kind",
    refers: "lodging_id",
    others: ownId,
  },
  room_wish: { of: ofPerson, same: "kind mate", refers: "registration_id" },
  signature: {
    of: ofDay,
    same: "signed explanation read_at",
    refers: "trip_day_id registration_id read_by",
    others: { ...ownId, ...order },
  },
  signed_sheet: {
    of: ofDay,
    same: "name type bytes sha256 content added_at",
    refers: "trip_day_id added_by",
    others: ownId,
  },
  speaker: {
    of: `id in (${speakers})`,
    same: "given_name family_name role publication_basis",
    refers: "organisation_id",
    others: ownId,
  },
  trip: {
    of: "id = :trip",
    same: `slug title aim costs contact_name contact_phone topics languages travel_speed registration_opens_at
      registration_deadline times_illustrative invitation_only needs_kept_days published_at cancelled_at cancel_reason
      completed_at created_at`,
    refers: "organisation_id project_id",
    others: {
      ...ownId,
      draft_revision: "counts the changes of one installation",
      updated_at: "when it was imported",
      import_key: "by which the same sending is known",
    },
  },
  trip_day: { of: ofTrip, same: "date", refers: "trip_id", others: ownId },
  trip_place: { of: ofTrip, same: "position kind", refers: "trip_id place_id" },
  trip_seat: {
    of: ofTrip,
    same: `capacity allocation_order release_at released_at promotion_ends_at names_frozen_at names_freed_at
      sign_off_hours guaranteed taken held waiting`,
    refers: "trip_id",
  },
  vehicle: {
    of: ofTrip,
    same: "name seats driver_name driver_phone",
    refers: "trip_id",
    others: ownId,
  },
  walk_in: {
    of: ofDay,
    same: "id given_name family_name institution device device_at revoked received_at",
    refers: "trip_day_id organisation_id recorded_by",
  },
  walk_in_removal: {
    // A removal of what never arrived removes nothing, here or elsewhere.
    of: `${ofDay} and walk_in_id in (select id from walk_in where ${ofDay})`,
    same: "id walk_in_id reason device device_at revoked received_at",
    refers: "trip_day_id recorded_by",
  },
  walk_in_signature: {
    of: ofDay,
    same: "walk_in_id signed explanation read_at",
    refers: "trip_day_id read_by",
    others: { ...ownId, ...order },
  },
  wording: {
    of: ofTrip,
    same: "paper texts",
    refers: "trip_id organisation_id changed_by",
    others: { ...ownId, changed_at: "when it was imported" },
  },
};

const words = (list = "") => list.split(/\s+/).filter(Boolean);

/** Columns of a taken table, by what becomes of them. */
export const columnsOf = ({ same, refers, others = {} }: Taken) => ({
  same: words(same),
  refers: words(refers),
  others,
});
