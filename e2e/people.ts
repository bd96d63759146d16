import { randomInt, randomUUID } from "node:crypto";
import type { BrowserContext, Page } from "@playwright/test";
import { expect } from "@playwright/test";
import { eq } from "drizzle-orm";
import { database } from "#db/client.ts";
import { user } from "#db/schema/person.ts";
import { beginSessions } from "#scripts/checks/sessions.ts";

/** An address that nobody used before, of an employee of the municipality of Krāslava. */
export const newAddress = () => `anna.${randomUUID().slice(0, 8)}@kraslavas-novads.example`;

/** Comes from another network than everybody else, so that no limit per network is met. */
export async function fromElsewhere(context: BrowserContext): Promise<void> {
  const part = () => randomInt(1, 255);
  await context.setExtraHTTPHeaders({ "x-forwarded-for": `10.${part()}.${part()}.${part()}` });
}

/** Signs a person in without a mail, for journeys that are about something else. */
export async function enter(context: BrowserContext, userId: string): Promise<void> {
  const [token = ""] = await beginSessions([userId]);
  const url = process.env.BASE_URL ?? "";
  await context.addCookies([{ name: "pieredze-session", value: token, url, httpOnly: true }]);
}

/** Signs in whoever has this address; it is known afterwards. */
export async function enterAs(context: BrowserContext, email: string): Promise<string> {
  await database().insert(user).values({ email }).onConflictDoNothing();
  const [one] = await database().select({ id: user.id }).from(user).where(eq(user.email, email));
  const { id } = one as { id: string };
  await enter(context, id);
  return id;
}

/** The newest mail to an address that says something like this, read as everybody reads it in a demo. */
export async function mailTo(page: Page, address: string, saying: RegExp): Promise<string> {
  const box = await page.context().newPage();
  const mail = box.locator("section.mail").filter({ hasText: address }).filter({ hasText: saying });
  await expect(async () => {
    await box.goto(`/dev/mailbox?to=${encodeURIComponent(address)}`);
    await expect(mail.first()).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 60_000 });
  const text = (await mail.first().textContent()) ?? "";
  await box.close();
  return text;
}

/** The six digits of a mail. */
export function codeIn(mail: string): string {
  const code = /\b(\d{3})[\s\u00a0]?(\d{3})\b/.exec(mail);
  return `${code?.[1]}${code?.[2]}`;
}
