import { type ExportFormat, exportFormats } from "#domain/export/schema.ts";
import { runProgram } from "#scripts/checks/program.ts";
import type { Task, Took } from "./export-once.ts";
import type { Figure } from "./figure.ts";
import { aLongList } from "./long-list.ts";
import { median } from "./median.ts";

const rows = { many: 100_000, few: 10_000 };
const rounds = 5;

/** Tables of very many rows as their organiser takes them along: how long it takes, and whether memory grows with them. */
export async function measureExports(): Promise<Figure[]> {
  const lists = { many: await aLongList(rows.many), few: await aLongList(rows.few) };
  const took = new Map<string, Took[]>();
  const once = async (how: Task["how"], which: keyof typeof rows) => {
    const key = `${how} ${which}`;
    const one = await inItsProcess(how, lists[which], rows[which]);
    took.set(key, [...(took.get(key) ?? []), one]);
  };
  for (let round = 0; round < rounds; round += 1) {
    await once("bare", "many");
    for (const format of exportFormats) {
      await once(format, "many");
      await once(format, "few");
    }
  }
  const middle = (how: Task["how"], which: keyof typeof rows, what: "ms" | "grownMb") =>
    median((took.get(`${how} ${which}`) ?? []).map((one) => one[what]));
  return exportFormats.flatMap((format) => [
    {
      name: `${names[format]} of ${rows.many} registrations, against its rows read by a bare cursor and thrown away`,
      unit: "ms",
      value: middle(format, "many", "ms"),
      floor: middle("bare", "many", "ms"),
      aim: { atMost: format === "csv" ? 4 : 5 },
    },
    {
      name: `${names[format]} of ${rows.many} registrations, against one of ${rows.few}`,
      unit: "MB that memory grows at most",
      value: middle(format, "many", "grownMb"),
      floor: middle(format, "few", "grownMb"),
      aim: { atMost: 2 },
    },
  ]);
}

const names: Record<ExportFormat, string> = { csv: "a CSV", xlsx: "a workbook" };

type List = Awaited<ReturnType<typeof aLongList>>;

async function inItsProcess(how: Task["how"], list: List, expected: number): Promise<Took> {
  const { slug, tripId, organiser } = list;
  const task: Task = { how, slug, tripId, organiserId: organiser.userId };
  const { output, code } = await runProgram(process.execPath, [
    "--conditions=react-server",
    "bench/export-once.ts",
    JSON.stringify(task),
  ]);
  if (code !== 0) throw new Error(output);
  const took = JSON.parse(output) as Took;
  if (took.lines !== expected) throw new Error(`${took.lines} rows of ${expected} were read`);
  return took;
}
