import { runProgram } from "#scripts/checks/program.ts";
import type { Task, Took } from "./export-once.ts";
import type { Figure } from "./figure.ts";
import { aLongList } from "./long-list.ts";
import { median } from "./median.ts";

const rows = { many: 100_000, few: 10_000 };
const rounds = 5;

/** A table of very many rows as its organiser takes it along: how long it takes, and whether memory grows with it. */
export async function measureExports(): Promise<Figure[]> {
  const [many, few] = [await aLongList(rows.many), await aLongList(rows.few)];
  const took: Record<"many" | "few" | "bare", Took[]> = { many: [], few: [], bare: [] };
  for (let round = 0; round < rounds; round += 1) {
    took.bare.push(await inItsProcess("bare", many, rows.many));
    took.many.push(await inItsProcess("csv", many, rows.many));
    took.few.push(await inItsProcess("csv", few, rows.few));
  }
  const middle = (which: keyof typeof took, what: "ms" | "grownMb") =>
    median(took[which].map((one) => one[what]));
  return [
    {
      name: `a CSV of ${rows.many} registrations, against its rows read by a bare cursor and thrown away`,
      unit: "ms",
      value: middle("many", "ms"),
      floor: middle("bare", "ms"),
      aim: { atMost: 4 },
    },
    {
      name: `the same, against a CSV of ${rows.few}`,
      unit: "MB that memory grows at most",
      value: middle("many", "grownMb"),
      floor: middle("few", "grownMb"),
      aim: { atMost: 2 },
    },
  ];
}

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
