import { type SQL, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import type { PersonActor } from "#domain/actor/schema.ts";
import { recount } from "#domain/line/commands.ts";
import { addEvidence } from "./evidence.ts";

/** Of the demo data: two trips that are over, the second without marks of places, and three that are to come. */
const slugs = {
  over: "open-leadership-2018-06-12",
  second: "open-leadership-2018-06-19",
  bus: "jauniesi-un-kultura-liepaja",
  sent: "vieda-pilseta-jelgava",
  line: "mobilitate-saulos",
};

const trip = (name: keyof typeof slugs) => sql`(select id from trip where slug = ${slugs[name]})`;

const day = (name: keyof typeof slugs) =>
  sql`(select id from trip_day where trip_id = ${trip(name)} order by date limit 1)`;

/** Of those who are registered, the one so many after the first in line. */
const person = (name: keyof typeof slugs, place: number, column = sql`id`) =>
  sql`(select ${column} from registration where trip_id = ${trip(name)} order by line limit 1 offset ${place})`;

const host = sql`(select host_id from agenda_item where host_id is not null
  and trip_day_id = ${day("over")} order by starts_at limit 1)`;

/** Fills on the demo trips all that they leave unsaid, so that together they say something in every column of theirs. */
export async function sayEverything(organiser: PersonActor): Promise<void> {
  const by = organiser.userId;
  const plan = [
    sql`update trip_seat set released_at = '2018-06-02T09:00Z', names_freed_at = '2018-06-03T09:00Z', sign_off_hours = 48
      where trip_id = ${trip("over")}`,
    sql`update trip set languages = '{lv,en}', travel_speed = 80, invitation_only = true, needs_kept_days = 14,
      cancelled_at = now(), cancel_reason = '{"lv": "Vētra"}' where id = ${trip("line")}`,
    sql`update organisation set type = 'muzejs', institution = 'Muzejs', group_limit = 40 where id = ${host}`,
    sql`insert into organisation_former_name values (${host}, 'Vecais muzejs', 'Old museum', '2018-06-12')`,
    sql`update agenda_item set note = '{"lv": "Līst"}', venue = 'Zāle', address = 'Iela 1', latitude = 56.5,
      longitude = 24.5, languages = '{en}', interpretation = 'no angļu', responsible = 'Ilze', internal_note = 'Zvanīt'
      where id = (select id from agenda_item where trip_day_id = ${day("bus")} limit 1)`,
    sql`insert into accepted_warning values (${trip("bus")}, 'overlap', 'Zinām', ${by}, now())`,
    sql`update pickup set organisation_id = ${person("bus", 0, sql`organisation_id`)}
      where id = (select id from pickup where trip_id = ${trip("bus")} limit 1)`,
    sql`insert into wording (organisation_id, trip_id, paper, texts, changed_by)
      select organisation_id, id, 'certificate', '{"lv": "Apliecinām"}', ${by} from trip where id = ${trip("over")}`,
    ...questions(by),
  ];
  for (const statement of [...plan, ...people(by)]) await database().execute(statement);
  const { rows } = await database().execute<{ id: string }>(sql`select id from trip`);
  for (const { id } of rows) await recount(database(), id);
  await addEvidence(organiser, slugs.over, new Date("2018-06-15T08:00:00Z"));
}

const questions = (by: string): SQL[] => [
  sql`insert into question (trip_id, position, kind, asked_of, label) values
    (${trip("sent")}, 1, 'yesNo', 'person', '{"lv": "Nakšņosiet?"}'),
    (${trip("sent")}, 2, 'text', 'delegation', '{"lv": "Kāpēc?"}')`,
  sql`insert into question (trip_id, position, kind, asked_of, label, hint, options, required, condition_question_id,
      condition_answer, retention_days, retired_at)
    select trip_id, 3, 'choice', 'person', '{"lv": "Istaba"}', '{"lv": "Viena"}',
      '[{"id": "a", "label": {"lv": "Viena"}}]', true, id, 'yes', 14, now()
    from question where trip_id = ${trip("sent")} and position = 1`,
  sql`insert into answer (question_id, registration_id, value, answered_by)
    select id, ${person("sent", 0)}, 'true', ${by} from question where trip_id = ${trip("sent")} and position = 1`,
  sql`insert into answer (question_id, delegation_id, value, answered_by)
    select q.id, d.id, '"Mācīties"', ${by} from question q join delegation d using (trip_id)
    where trip_id = ${trip("sent")} and position = 2`,
];

const hand = sql`'phone', now(), true, now()`;

const people = (by: string): SQL[] => [
  sql`update registration set institution = 'Dome', no_photos = true, signed_off_at = now(), signed_off_by = ${by},
    decided_by = ${by}, decision_reason = 'Vada' where id = ${person("second", 0)}`,
  sql`update registration set confirmed_at = null, sign_off_due_at = now() + interval '1 day'
    where id = ${person("line", 0)}`,
  sql`update registration set replacement_asked_until = now() where id = ${person("line", 1)}`,
  sql`update registration set sign_off_lapsed_at = now(), waiting_reason = 'signOff' where id = ${person("line", 19)}`,
  sql`update registration set withdrawn_at = now(), withdrawn_by = ${by}, withdrawal_reason = 'Slims'
    where id = ${person("line", 20)}`,
  sql`insert into proposal (registration_id, given_name, family_name, email, phone, position, proposed_by)
    values (${person("line", 1)}, 'Anna', 'Zīle', 'zile@example.lv', '20123456', 'juriste', ${by})`,
  sql`insert into replacement (registration_id, former_user_id, former_name, successor_name, replaced_by)
    values (${person("line", 2)}, ${person("line", 20, sql`user_id`)}, 'Jānis Ozols', 'Anna Zīle', ${by})`,
  sql`insert into attendance (id, trip_day_id, registration_id, present, recorded_by, device, device_at, revoked)
    values (gen_random_uuid(), ${day("second")}, ${person("second", 0)}, true, ${by}, 'phone', now(), true)`,
  sql`insert into attendance (id, trip_day_id, registration_id, present, recorded_by, device, device_at, by_attendee)
    values (gen_random_uuid(), ${day("second")}, ${person("second", 1)}, true, ${person("second", 1, sql`user_id`)},
      'phone', now(), true)`,
  sql`insert into walk_in (id, trip_day_id, given_name, family_name, organisation_id, recorded_by, device, device_at,
      revoked, received_at)
    values (gen_random_uuid(), ${day("second")}, 'Ilze', 'Kalna', ${person("second", 0, sql`organisation_id`)}, ${by}, ${hand})`,
  sql`insert into walk_in_removal (id, trip_day_id, walk_in_id, reason, recorded_by, device, device_at, revoked, received_at)
    select gen_random_uuid(), trip_day_id, id, 'Cita persona', ${by}, ${hand} from walk_in
    where trip_day_id = ${day("second")}`,
  sql`insert into certificate (registration_id, name, organisation, institution, position, trip_title, days, hours, issued_by)
    values (${person("second", 0)}, 'Anna Zīle', 'Novads', 'Dome', 'juriste', '{"lv": "Brauciens"}', '{2018-06-19}', 7.5, ${by})`,
];
