// A process of its own in the race for seats: registers the people it is told, as fast as it can, and
// writes a line for each answer. Started by the test, with DATABASE_URL set.

import { pool } from "#db/client.ts";
import { actorOf } from "#domain/actor/queries.ts";
import { register } from "#domain/registration/commands.ts";

export type Contestant = { userId: string; organisation: string };
export type Answer = { userId: string; registrationId: string; state: string };

type Task = { tripSlug: string; people: Contestant[] };

const { tripSlug, people } = JSON.parse(process.argv[2] as string) as Task;

await Promise.all(
  people.map(async ({ userId, organisation }) => {
    const actor = await actorOf(userId);
    if (!actor) throw new Error("A contestant is not known");
    const answer = await register(
      actor,
      {
        tripSlug,
        givenName: "Anna",
        familyName: "Bērziņa",
        phone: "20123456",
        organisation,
        institution: "",
        position: "projektu vadītāja",
        locale: "lv",
      },
      new Date(),
    );
    if (!answer.ok) throw new Error(answer.reason);
    const { registrationId, state } = answer;
    process.stdout.write(`${JSON.stringify({ userId, registrationId, state } satisfies Answer)}\n`);
  }),
);
await pool().end();
