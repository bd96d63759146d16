import { withDomain } from "./product/with-database.ts";
import { runCommand } from "./refusal.ts";

// Reads the whole database and names each rule of seats that is broken somewhere.
await runCommand(() =>
  withDomain(async () => {
    const { verify } = await import("#domain/invariant/queries.ts");
    const { trips, registrations, broken } = await verify();
    for (const { invariant, tripSlug, detail } of broken) {
      console.error(`Broken: ${invariant} (${tripSlug}: ${detail})`);
    }
    console.log(`${trips} trips and ${registrations} registrations read, ${broken.length} broken`);
    if (broken.length) process.exitCode = 1;
  }),
);
