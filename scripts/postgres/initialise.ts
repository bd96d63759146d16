import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { Refusal } from "../refusal.ts";
import type { Account } from "./account.ts";
import { programIn } from "./binaries.ts";

type Options = {
  home: string;
  password: string;
  bin: string;
  account: Account;
  role: string;
  throwAway?: boolean;
};

const major = 18;

/** The cluster's folder; made beside it and renamed, so that a half-made one is never used. */
export async function initialise(options: Options): Promise<string> {
  const { home } = options;
  const folder = join(home, "cluster");
  if (existsSync(join(folder, "PG_VERSION"))) {
    refuseOtherVersion(readFileSync(join(folder, "PG_VERSION"), "utf8").trim(), folder);
    return folder;
  }
  const unfinished = `${folder}.unfinished`;
  const passwordFile = join(home, "password");
  try {
    own(home, options.account);
    rmSync(unfinished, { recursive: true, force: true });
    writeFileSync(passwordFile, options.password, { mode: 0o600 });
    if (options.account.drop) giveAway(passwordFile, options.account.drop);
    await runInitdb(options, unfinished, passwordFile);
    renameSync(unfinished, folder);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  return folder;
}

function refuseOtherVersion(found: string, folder: string) {
  if (found === String(major)) return;
  throw new Refusal(
    `The database in ${folder} was made by PostgreSQL ${found}, and PostgreSQL ${major} came along. Dump it with version ${found} and load it into a server that you name in DATABASE_URL, or choose another DATA_DIR.`,
  );
}

function own(home: string, { drop }: Account) {
  mkdirSync(home, { recursive: true, mode: 0o700 });
  if (!drop) return;
  giveAway(home, drop);
  for (const name of readdirSync(home)) giveAway(join(home, name), drop);
}

const giveAway = (path: string, { uid, gid }: { uid: number; gid: number }) =>
  chownSync(path, uid, gid);

async function runInitdb(
  { bin, account, role, throwAway }: Options,
  folder: string,
  passwordFile: string,
) {
  const initdb = spawn(
    programIn(bin, "initdb"),
    [
      `--pgdata=${folder}`,
      `--username=${role}`,
      `--pwfile=${passwordFile}`,
      "--auth=scram-sha-256",
      "--encoding=UTF8",
      "--locale=C",
      "--locale-provider=builtin",
      "--builtin-locale=C.UTF-8",
      "--no-instructions",
      ...(throwAway ? ["--no-sync"] : []),
    ],
    { cwd: "/", stdio: ["ignore", "ignore", "pipe"], ...(account.drop ?? {}) },
  );
  const [said, [code]] = await Promise.all([text(initdb.stderr), once(initdb, "close")]);
  if (code === 0) return;
  const reason = said.match(/error: +(.*)/)?.[1] ?? said.trim().split("\n").at(-1);
  throw new Refusal(
    `The database's folder ${folder} could not be made: ${reason}. See that there is room and that it may be written, or choose another DATA_DIR.`,
  );
}
