import type { CronItem, TaskList } from "graphile-worker";

/** What the worker can do, by the name under which a command asks for it. */
export const tasks: TaskList = {};

/** What it does by the clock, which is UTC: rules that speak of local time decide for themselves. */
export const schedule: CronItem[] = [];
