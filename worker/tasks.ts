import type { CronItem, TaskList } from "graphile-worker";
import { systemActor } from "#domain/actor/queries.ts";
import { forgetAnswers } from "#domain/answer/commands.ts";
import { carryOutBulkWork, queueBulkWork } from "#domain/bulk/commands.ts";
import { releaseDue } from "#domain/line/commands.ts";
import { forgetKeptMails } from "#domain/mailbox/commands.ts";
import { queueMessages } from "#domain/message/commands.ts";
import { freeUnnamed, remindOfUnnamed } from "#domain/naming/commands.ts";
import { forgetNeeds } from "#domain/need/commands.ts";
import { forgetBatches, queueBatches } from "#domain/paper-batch/commands.ts";
import { forgetLogistics } from "#domain/privacy/commands.ts";
import { forgetExpired } from "#domain/session/commands.ts";
import { lapseSignOffs, remindOfSignOffs } from "#domain/sign-off/commands.ts";
import { lapseReplacements } from "#domain/withdrawal/commands.ts";
import { makeBatch } from "./make-batch.ts";
import { sendLoginMail } from "./send-login-mail.ts";
import { sendMessage } from "./send-message.ts";

/** What the worker can do, by the name under which a command asks for it. */
export const tasks: TaskList = {
  send_message: (payload) => sendMessage((payload as { messageId: string }).messageId, new Date()),
  send_login_mail: (payload) => sendLoginMail((payload as { sealed: string }).sealed, new Date()),
  bulk_work: (payload) =>
    carryOutBulkWork(systemActor, (payload as { workId: string }).workId, () => new Date()),
  paper_batch: (payload) => makeBatch((payload as { batchId: string }).batchId, new Date()),
  every_minute: () => everyMinute(new Date()),
};

/** What it does by the clock, which is UTC: rules that speak of local time decide for themselves. */
export const schedule: CronItem[] = [
  { task: "every_minute", match: "* * * * *", options: { maxAttempts: 1 } },
];

/** Kept seats whose time is up go to the line; messages that were overlooked are queued; old things go. */
async function everyMinute(now: Date): Promise<void> {
  await releaseDue(systemActor, now);
  await remindOfUnnamed(systemActor, now);
  await freeUnnamed(systemActor, now);
  await lapseSignOffs(systemActor, now);
  await remindOfSignOffs(systemActor, now);
  await lapseReplacements(systemActor, now);
  await queueMessages(systemActor, now);
  await queueBulkWork(systemActor);
  await queueBatches(systemActor);
  await forgetBatches(systemActor, now);
  await forgetExpired(systemActor, now);
  await forgetKeptMails(systemActor, now);
  await forgetLogistics(systemActor, now);
  await forgetNeeds(systemActor, now);
  await forgetAnswers(systemActor, now);
}
