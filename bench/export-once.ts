// A process of its own, so that its memory is its own: exports one trip once, or reads its rows bare, and
// writes what that took. Started by bench/exports.ts, with DATABASE_URL set.

import { createTranslator } from "use-intl/core";
import { pool } from "#db/client.ts";
import { exportSheet } from "#documents/export-sheet.ts";
import { csvStream } from "#documents/sheet.ts";
import { xlsxStream } from "#documents/workbook.ts";
import { actorOf } from "#domain/actor/queries.ts";
import { registrationExport } from "#domain/export/queries.ts";
import type { ExportFormat } from "#domain/export/schema.ts";
import lv from "#messages/lv.json" with { type: "json" };

export type Task = {
  how: ExportFormat | "bare";
  slug: string;
  tripId: string;
  organiserId: string;
};

/** Megabytes of the process's memory at most, over what it had before. */
export type Took = { ms: number; grownMb: number; lines: number };

const streams = { csv: csvStream, xlsx: xlsxStream };

const task = JSON.parse(process.argv[2] as string) as Task;
const organiser = await actorOf(task.organiserId);
const before = process.memoryUsage.rss();
let most = before;
const began = performance.now();
const lines = await (task.how === "bare" ? bare() : asFile(task.how));
const ms = performance.now() - began;
const grownMb = (most - before) / 1_000_000;
process.stdout.write(JSON.stringify({ ms, grownMb, lines } satisfies Took));
await pool().end();

function watch() {
  most = Math.max(most, process.memoryUsage.rss());
}

async function asFile(format: ExportFormat): Promise<number> {
  const exported = organiser && (await registrationExport(organiser, task.slug, format));
  if (!exported) throw new Error("Nothing was exported");
  const t = createTranslator({ locale: "lv", messages: lv });
  let seen = 0;
  const sheet = exportSheet(exported, { locale: "lv", t });
  const rows = async function* () {
    for await (const row of sheet.rows) {
      seen += 1;
      yield row;
    }
  };
  for await (const _ of streams[format]({ ...sheet, rows: rows() })) watch();
  return seen;
}

/** The floor: the columns of the same rows in the same order, by a cursor, and nothing done with them. */
async function bare(): Promise<number> {
  const client = await pool().connect();
  await client.query("begin isolation level repeatable read read only");
  await client.query(
    `declare bare no scroll cursor for select family_name, given_name, organisation_id, institution, position,
       email, phone, confirmed_at, sign_off_due_at, created_at, withdrawn_at, pickup_id, is_head
     from registration where trip_id = $1
     order by family_name collate "lv-x-icu", given_name collate "lv-x-icu", line`,
    [task.tripId],
  );
  let seen = 0;
  while (true) {
    const { rows } = await client.query("fetch 500 from bare");
    seen += rows.length;
    watch();
    if (rows.length === 0) break;
  }
  await client.query("rollback");
  client.release();
  return seen;
}
