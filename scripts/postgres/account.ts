import { readFileSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { Refusal } from "../refusal.ts";

/** PostgreSQL refuses to run as root: then it runs as `nobody`, everything else as ourselves. */
export type Account = {
  name: string;
  /** What to give up when starting a program; null when we are no root. */
  drop: { uid: number; gid: number } | null;
  /** Where root keeps what `nobody` must reach and cannot reach below the project. */
  sharedHome: string;
};

export function postgresAccount(): Account {
  const sharedHome = "/var/lib/pieredze";
  if (process.getuid?.() !== 0) return { name: "this user", drop: null, sharedHome };
  const line = readFileSync("/etc/passwd", "utf8").match(/^nobody:[^:]*:(\d+):(\d+):/m);
  if (!line) {
    throw new Refusal(
      "PostgreSQL does not run as root, and there is no account `nobody`. Start as an ordinary user, or set DATABASE_URL.",
    );
  }
  return { name: "nobody", drop: { uid: Number(line[1]), gid: Number(line[2]) }, sharedHome };
}

/** Whether the account may pass through a folder and all those above it. */
export function canReach(folder: string, { drop }: Account): boolean {
  if (!drop) return true;
  const { uid, mode } = statSync(folder);
  if (!(mode & 0o001) && !(uid === drop.uid && mode & 0o100)) return false;
  const above = dirname(folder);
  return above === folder || canReach(above, { drop, name: "", sharedHome: "" });
}
