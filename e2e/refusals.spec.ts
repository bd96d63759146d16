import { type Browser, expect, type Page, test } from "@playwright/test";
import { sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { date, makeTheirs, type Theirs } from "#scripts/checks/strangers.ts";
import { fillIn, servedAddresses } from "./build.ts";
import { enter, fromElsewhere } from "./people.ts";

// Every form of every page is filled with what cannot be, or left half empty, and sent without JavaScript.

test.describe.configure({ timeout: 600_000 });

type Who = "organiser" | "coordinator" | "attendee" | "public";

/** What was pasted has become rows. */
const takenOver = /^pasted=/;

for (const who of ["organiser", "coordinator", "attendee", "public"] as const) {
  test(`without JavaScript, every form for ${who} that refuses says so in sight, and holds all that was sent`, async ({
    browser,
  }) => {
    const looked = new Set<string>();
    const wrong: string[] = [];
    const keys = servedAddresses().filter((one) => one.endsWith("/page"));
    // Attendance is for days that have come, nearly all else for those ahead.
    const [come, ahead] = [true, false].map((past) =>
      keys.filter((key) => key.includes("/attendance/") === past),
    );
    for (const [some, trip] of [
      [come, makeTheirs],
      [ahead, ahead40Days],
    ] as const) {
      let theirs = await trip();
      for (const key of some ?? []) {
        for (let accepted = true; accepted; ) {
          const page = await pageOf(browser, who, theirs);
          const found = await refusalsOf(page, fillIn(key, theirs), key, looked);
          wrong.push(...found.wrong);
          await page.context().close();
          accepted = found.accepted;
          if (accepted) theirs = await trip();
        }
      }
    }
    expect(wrong).toEqual([]);
    expect(looked.size).toBeGreaterThan(0);
  });
}

/** A page without JavaScript, of somebody who has to do with the trip, or of a visitor. */
async function pageOf(browser: Browser, who: Who, theirs: Theirs): Promise<Page> {
  const baseURL = process.env.BASE_URL ?? "";
  const context = await browser.newContext({ baseURL, javaScriptEnabled: false });
  await fromElsewhere(context);
  if (who !== "public") await enter(context, theirs[who].userId);
  return context.newPage();
}

/** Their trip forty days from now, for which people may still register and be replaced. */
async function ahead40Days(): Promise<Theirs> {
  const theirs = await makeTheirs();
  const { tripId } = theirs;
  for (const statement of [
    sql`update trip_day set date = date + (current_date + 40 - ${date}::date) where trip_id = ${tripId}`,
    sql`update trip set registration_deadline = now() + interval '20 days' where id = ${tripId}`,
    sql`update trip_seat set promotion_ends_at = now() + interval '20 days', names_frozen_at = now() + interval '20 days' where trip_id = ${tripId}`,
  ]) {
    await database().execute(statement);
  }
  return theirs;
}

/** What is wrong with the refusals of the forms of a page; each kind of form is looked at once. */
async function refusalsOf(page: Page, address: string, key: string, looked: Set<string>) {
  const wrong: string[] = [];
  let accepted = false;
  if ((await page.goto(address))?.status() !== 200) return { wrong, accepted };
  const shown = page.url();
  // In the builder each button has a field of its own, and a journey of its own.
  const forms = page.locator("form:not(.builder):has([name='$ACTION_KEY'])");
  const ids = await forms.evaluateAll((all) => all.map(({ id }) => id));
  for (const [at, id] of ids.entries()) {
    const kind = `${key} ${id.replace(/[\da-f-]{8,}|\d+/g, "*")}`;
    if (looked.has(kind) || accepted) continue;
    looked.add(kind);
    for (const filling of ["too much", "too little"] as const) {
      await page.goto(address);
      const sent = await forms.nth(at).evaluate(fill, filling);
      if (sent.length === 0) break;
      await Promise.all([
        page.waitForEvent("load"),
        forms.nth(at).locator("button").last().click(),
      ]);
      accepted = page.url() !== shown;
      if (accepted) break;
      const after = await page.evaluate(read, { id, name: sent[0]?.split("=")[0] ?? "" });
      const lost = sent.filter((one) => !after.values.includes(one) && !takenOver.test(one));
      wrong.push(...lost.map((one) => `${kind}, ${filling}: lost ${one.slice(0, 50)}`));
      if (!after.said) wrong.push(`${kind}, ${filling}: says nothing`);
    }
  }
  return { wrong, accepted };
}

/** Fills a form in the browser, and says what it will send of what somebody sees. */
function fill(form: HTMLElement | SVGElement, filling: "too much" | "too little"): string[] {
  if (!(form instanceof HTMLFormElement)) return [];
  for (const fold of document.querySelectorAll("details")) fold.open = true;
  for (const [at, control] of [...form.elements].entries()) {
    if (control instanceof HTMLSelectElement) {
      control.selectedIndex = control.options.length - 1;
    }
    if (control instanceof HTMLTextAreaElement || control instanceof HTMLInputElement) {
      if (control.readOnly || control.type === "hidden" || control.type === "file") continue;
      const day = `2031-02-${10 + (at % 18)}`;
      const text = filling === "too much" ? `Rakstīts ${at} ${"ā".repeat(7000)}` : `Maz ${at}`;
      const moments: Record<string, string> = {
        ...{ date: day, time: "23:41", "datetime-local": `${day}T23:41` },
      };
      if (control instanceof HTMLInputElement && /checkbox|radio/.test(control.type)) {
        control.checked = control.type === "radio" || !control.checked;
      } else {
        const isEmpty = filling === "too little" && at % 2 === 1;
        control.value = moments[control.type] ?? (isEmpty ? "" : text);
      }
    }
  }
  return [...new FormData(form)].flatMap(([name, value]) => {
    const isSeen = !name.startsWith("$") && !form.querySelector(`[type=hidden][name="${name}"]`);
    return isSeen && typeof value === "string" ? [`${name}=${value}`] : [];
  });
}

/** What the form holds after it was sent, and whether it says in sight what is wrong. */
function read({ id, name }: { id: string; name: string }) {
  const form = [...document.forms].find((one) =>
    id ? one.id === id : one.elements.namedItem(name),
  );
  const said = [...(form?.querySelectorAll(".summary, .error") ?? [])];
  return {
    values: [...new FormData(form)].map(([field, value]) => `${field}=${value}`),
    said: said.length > 0 && said.every((one) => one.checkVisibility()),
  };
}
