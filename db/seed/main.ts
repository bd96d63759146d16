import { isNull, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { message } from "#db/schema/registration.ts";
import { momentInRiga } from "#lib/dates.ts";
import { loadComingTrips } from "./coming-trips.ts";
import { loadJune2018 } from "./june-2018.ts";
import { loadLogistics } from "./logistics.ts";
import { loadMunicipalities, loadMunicipalitiesOf2018 } from "./municipalities.ts";
import { beginning, once } from "./once.ts";
import { loadRecords } from "./records.ts";

/**
 * Loads the demo data through the commands that people use, so that it keeps their rules. Running it again
 * changes nothing; one that was broken off goes on where it was. Meant for a product that is not running:
 * a worker would mail what is written here to the people invented for it.
 */
export async function seed(): Promise<void> {
  const today = await beginning();
  await once("june-2018", async () => {
    await loadMunicipalitiesOf2018();
    await loadJune2018(await loadRecords(momentInRiga("2018-05-02", "09:00")));
  });
  await once("municipalities", loadMunicipalities);
  await once("coming-trips", async () => loadComingTrips(await loadRecords(today), today));
  await once("logistics", async () => loadLogistics(await loadRecords(today), today));
  await once("messages", leaveMessagesUnsent);
}

/** Nobody is behind the addresses of the demo: what was to be told them counts as told. */
async function leaveMessagesUnsent(): Promise<void> {
  await database()
    .update(message)
    .set({ queuedAt: sql`${message.createdAt}`, sentAt: sql`${message.createdAt}` })
    .where(isNull(message.queuedAt));
}
