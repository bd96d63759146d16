import { spawn } from "node:child_process";
import { once } from "node:events";
import { chownSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { expect, test, vi } from "vitest";
import { temporaryFolder } from "../checks/temporary-folder.ts";
import { isAlive } from "../process-table.ts";
import { Killed } from "../refusal.ts";
import { postgresAccount } from "./account.ts";
import { type ClusterOptions, startCluster } from "./cluster.ts";
import { postmasterOf } from "./leftover.ts";

function newCluster(): ClusterOptions {
  const home = temporaryFolder();
  const { drop } = postgresAccount();
  if (drop) chownSync(home, drop.uid, drop.gid);
  return { home, password: "for-this-test", logFile: join(home, "log"), throwAway: true };
}

async function query(url: string, text: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => undefined);
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

test("a database that was killed comes back with what was acknowledged", async () => {
  const options = { ...newCluster(), throwAway: false };
  const killed = await startCluster(options);
  await query(killed.url, "create table kept as select 30 as seats");
  process.kill(killed.pid, "SIGKILL");
  await killed.ended;
  const again = await startCluster(options);
  expect(await query(again.url, "select seats from kept")).toEqual([{ seats: 30 }]);
  await again.stop();
});

test("a database comes back at its port once the last of the killed one has let go of its memory", async () => {
  const options = newCluster();
  const killed = await startCluster(options);
  const client = new pg.Client({ connectionString: killed.url });
  client.on("error", () => undefined);
  await client.connect();
  const { rows } = await client.query<{ pid: number }>("select pg_backend_pid() as pid");
  const left = rows[0]?.pid ?? 0;
  process.kill(left, "SIGSTOP");
  process.kill(killed.pid, "SIGKILL");
  await killed.ended;
  const again = startCluster({ ...options, port: killed.port });
  await expect.poll(() => readFileSync(options.logFile, "utf8")).toContain("shared memory block");
  process.kill(left, "SIGKILL");
  expect((await again).port).toBe(killed.port);
  await (await again).stop();
});

test("a database that is killed while it starts says so, for whoever would try again", async () => {
  const options = newCluster();
  await (await startCluster(options)).stop();
  const starting = startCluster(options);
  starting.catch(() => undefined);
  const server = await vi.waitUntil(() => postmasterOf(join(options.home, "cluster")), {
    timeout: 10_000,
    interval: 1,
  });
  process.kill(server.pid, "SIGKILL");
  await expect(starting).rejects.toBeInstanceOf(Killed);
});

test("a lock file that has no lines yet names no process, least of all the one that reads it", () => {
  const { home } = newCluster();
  mkdirSync(join(home, "cluster"), { recursive: true });
  writeFileSync(join(home, "cluster", "postmaster.pid"), "");
  expect(postmasterOf(join(home, "cluster"))).toBeNull();
});

test("a lock file whose number belongs to another program now does not hinder a start", async () => {
  const options = newCluster();
  const first = await startCluster(options);
  process.kill(first.pid, "SIGKILL");
  await first.ended;
  const stranger = spawn("sleep", ["60"], postgresAccount().drop ?? {});
  const lines = [stranger.pid, join(options.home, "cluster"), 0, first.port, "", "127.0.0.1"];
  writeFileSync(join(options.home, "cluster", "postmaster.pid"), `${lines.join("\n")}\n`);
  const again = await startCluster(options);
  expect(await query(again.url, "select 1 as one")).toEqual([{ one: 1 }]);
  await again.stop();
  stranger.kill();
});

test("a database that a killed start left running is stopped by the next start", async () => {
  const options = newCluster();
  const left = await startCluster(options);
  const again = await startCluster(options);
  expect(isAlive(left.pid)).toBe(false);
  expect(again.pid).not.toBe(left.pid);
  await again.stop();
});

test.runIf(process.platform === "linux")(
  "a database does not outlive the process that brought it, even when that is killed",
  async () => {
    const options = newCluster();
    const module = new URL("cluster.ts", import.meta.url).href;
    const parent = spawn(process.execPath, [
      "--input-type=module",
      "-e",
      `import { startCluster } from ${JSON.stringify(module)};
       await startCluster(${JSON.stringify(options)});
       console.log("runs"); setInterval(() => {}, 1000);`,
    ]);
    await once(parent.stdout, "data");
    const server = postmasterOf(join(options.home, "cluster"));
    parent.kill("SIGKILL");
    await expect.poll(() => isAlive(server?.pid ?? 0), { timeout: 10_000 }).toBe(false);
  },
);

test("another user's password is not enough, and none is needed to be told so", async () => {
  const cluster = await startCluster(newCluster());
  const wrong = cluster.url.replace("for-this-test", "guessed");
  await expect(query(wrong, "select 1")).rejects.toMatchObject({ code: "28P01" });
  await cluster.stop();
});

test("data of another version is refused with the way out", async () => {
  const options = newCluster();
  const cluster = await startCluster(options);
  await cluster.stop();
  writeFileSync(join(options.home, "cluster", "PG_VERSION"), "17\n");
  await expect(startCluster(options)).rejects.toThrow(
    /was made by PostgreSQL 17, and PostgreSQL 18 came along\. Dump it with version 17/,
  );
});
