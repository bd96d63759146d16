import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { database } from "#db/client.ts";
import { loginChallenge } from "#db/schema/person.ts";
import { publicActor } from "#domain/actor/queries.ts";
import { unseal } from "#lib/seal.ts";
import { aPerson } from "#scripts/checks/factories.ts";
import { useLink as spendLink, startSignIn, useCode as tryCode } from "./commands.ts";
import { addressOfLink } from "./queries.ts";
import type { LoginMail } from "./schema.ts";

const now = new Date();
const minutesLater = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

describe("asking for a code", () => {
  it("is answered the same for an address that is known and one that is not", async () => {
    const { email } = await aPerson();
    const known = await start(email);
    const unknown = await start(anAddress());
    const shape = { ok: true, challengeId: expect.any(String), email: expect.any(String) };
    expect(known).toEqual(shape);
    expect(unknown).toEqual(shape);
    expect((await mailTo(email)).code).toMatch(/^\d{6}$/);
    expect(await mailTo(unknown.ok ? unknown.email : "")).toMatchObject({ locale: "lv" });
  });

  it("keeps neither the code nor the link readable in the database", async () => {
    const { mail } = await begin();
    const rows = await database().select().from(loginChallenge);
    const jobs = await database().execute(sql`select payload from graphile_worker._private_jobs`);
    const everything = JSON.stringify([rows, jobs.rows]);
    expect(everything).not.toContain(mail.token);
    expect(everything).not.toContain(`"${mail.code}"`);
  });

  it("is refused for what is no address", async () => {
    expect(await start("anna＠evil.test@kraslava.lv")).toEqual({
      ok: false,
      reason: "invalidAddress",
    });
  });

  it("brings at most five mails to an address within an hour, also when all ask at once", async () => {
    const email = anAddress();
    const answers = await Promise.all(Array.from({ length: 12 }, () => start(email)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(5);
    expect(answers.filter(({ ok }) => !ok)[0]).toEqual({ ok: false, reason: "tooMany" });
    expect(await start(email, { at: minutesLater(59) })).toMatchObject({ ok: false });
    expect(await start(email, { at: minutesLater(66) })).toMatchObject({ ok: true });
  });

  it("brings at most twenty mails to one client within an hour, and others theirs", async () => {
    const client = "203.0.113.9";
    const asked = Array.from({ length: 25 }, () => start(anAddress(), { client }));
    expect((await Promise.all(asked)).filter(({ ok }) => ok)).toHaveLength(20);
    expect(await start(anAddress(), { client: "203.0.113.10" })).toMatchObject({ ok: true });
  });
});

describe("a code", () => {
  it("proves the address once", async () => {
    const { challengeId, email, mail } = await begin();
    const right = { challengeId, code: mail.code };
    expect(await tryCode(publicActor, right, now)).toEqual({ ok: true, email, callbackUrl: "/me" });
    expect(await tryCode(publicActor, right, now)).toEqual({ ok: false, reason: "over" });
  });

  it("proves it once also when it is sent many times at once", async () => {
    const { challengeId, mail } = await begin();
    const right = { challengeId, code: mail.code };
    const all = Array.from({ length: 4 }, () => tryCode(publicActor, right, now));
    expect((await Promise.all(all)).filter(({ ok }) => ok)).toHaveLength(1);
  });

  it("lives ten minutes", async () => {
    const { challengeId, mail } = await begin();
    const right = { challengeId, code: mail.code };
    expect(await tryCode(publicActor, right, minutesLater(10))).toEqual({
      ok: false,
      reason: "over",
    });
  });

  it("dies after five wrong tries", async () => {
    const { challengeId, mail } = await begin();
    const wrong = { challengeId, code: otherThan(mail.code) };
    for (const triesLeft of [4, 3, 2, 1]) {
      expect(await tryCode(publicActor, wrong, now)).toEqual({
        ok: false,
        reason: "wrong",
        detail: { triesLeft },
      });
    }
    expect(await tryCode(publicActor, wrong, now)).toEqual({ ok: false, reason: "over" });
    const right = { challengeId, code: mail.code };
    expect(await tryCode(publicActor, right, now)).toEqual({ ok: false, reason: "over" });
  });

  it("allows no sixth try to whoever sends many at once", async () => {
    const { challengeId, mail } = await begin();
    const wrong = { challengeId, code: otherThan(mail.code) };
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => tryCode(publicActor, wrong, now)),
    );
    expect(answers.filter((answer) => !answer.ok && answer.reason === "wrong")).toHaveLength(4);
    expect(await tryCode(publicActor, { challengeId, code: mail.code }, now)).toMatchObject({
      ok: false,
    });
  });

  it("that is incomplete costs no try", async () => {
    const { challengeId, mail } = await begin();
    const short = { challengeId, code: mail.code.slice(1) };
    expect(await tryCode(publicActor, short, now)).toEqual({ ok: false, reason: "incomplete" });
    expect(await tryCode(publicActor, { challengeId, code: mail.code }, now)).toMatchObject({
      ok: true,
    });
  });

  it("is worth nothing to another browser's sign-in", async () => {
    const one = await begin();
    const other = await begin();
    const mixed = { challengeId: other.challengeId, code: one.mail.code };
    expect(await tryCode(publicActor, mixed, now)).not.toMatchObject({ email: one.email });
    expect(await tryCode(publicActor, { challengeId: "x", code: one.mail.code }, now)).toEqual({
      ok: false,
      reason: "over",
    });
  });
});

describe("a link", () => {
  it("may be opened as often as a scanner likes, and proves the address once", async () => {
    const { email, mail } = await begin();
    for (let opened = 0; opened < 3; opened += 1) {
      expect(await addressOfLink(publicActor, mail.token, now)).toBe(email);
    }
    expect(await spendLink(publicActor, { token: mail.token }, now)).toEqual({
      ok: true,
      email,
      callbackUrl: "/me",
    });
    expect(await addressOfLink(publicActor, mail.token, now)).toBeNull();
    expect(await spendLink(publicActor, { token: mail.token }, now)).toEqual({
      ok: false,
      reason: "over",
    });
  });

  it("lives ten minutes, and no longer than its code's tries", async () => {
    const old = await begin();
    expect(await spendLink(publicActor, { token: old.mail.token }, minutesLater(10))).toMatchObject(
      {
        ok: false,
      },
    );
    const tried = await begin();
    const wrong = { challengeId: tried.challengeId, code: otherThan(tried.mail.code) };
    for (let tries = 0; tries < 5; tries += 1) await tryCode(publicActor, wrong, now);
    expect(await spendLink(publicActor, { token: tried.mail.token }, now)).toMatchObject({
      ok: false,
    });
  });

  it("ends with the code of the same mail", async () => {
    const { challengeId, mail } = await begin();
    await tryCode(publicActor, { challengeId, code: mail.code }, now);
    expect(await spendLink(publicActor, { token: mail.token }, now)).toMatchObject({ ok: false });
  });
});

const anAddress = () => `${randomUUID()}@kraslava.example`;

const otherThan = (code: string) => (code === "000000" ? "000001" : "000000");

/** From a client of its own unless one is given, so that tests leave each other's allowances alone. */
function start(
  email: string,
  { client = randomUUID() as string, at = now }: { client?: string; at?: Date } = {},
) {
  return startSignIn(publicActor, { email, callbackUrl: "/me", locale: "lv", client }, at);
}

async function begin() {
  const email = anAddress();
  const started = await start(email);
  if (!started.ok) throw new Error(started.reason);
  return { challengeId: started.challengeId, email, mail: await mailTo(email) };
}

/** What the worker would write to this address. */
async function mailTo(email: string): Promise<LoginMail> {
  const { rows } = await database().execute<{ payload: { sealed: string } }>(
    sql`select payload from graphile_worker._private_jobs order by id desc`,
  );
  for (const { payload } of rows) {
    const mail = await unseal<LoginMail>("login mail", payload.sealed);
    if (mail?.email === email) return mail;
  }
  throw new Error(`no mail to ${email}`);
}
