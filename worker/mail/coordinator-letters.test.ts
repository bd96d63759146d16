import { describe, expect, it } from "vitest";
import type { DueRoleMessage } from "#domain/message/queries.ts";
import { locales } from "#lib/locales.ts";
import { coordinatorLetter } from "./coordinator-letters.ts";
import { html } from "./html.ts";
import { plainText } from "./plain.ts";

const address = "https://braucieni.example";

const due: DueRoleMessage = {
  kind: "coordinatorInvited",
  recipient: "liga@kraslava.example",
  locale: "lv",
  facts: { by: "Ilze Liepa", contact: "ilze@lpr.example" },
  organisation: { lv: "Krāslavas novads", en: "Krāslava Municipality" },
};

const kinds: Record<DueRoleMessage["kind"], Partial<DueRoleMessage["facts"]>> = {
  coordinatorInvited: {},
  coordinatorApproved: {},
  coordinatorRefused: { reason: "Pašvaldībā ir cits koordinators." },
  coordinatorRemoved: {},
};

describe.each(locales)("every letter about a role in %s", (locale) => {
  it.each(Object.entries(kinds))("%s says who decided and for which municipality", (kind, more) => {
    const facts = { ...due.facts, ...more };
    const letter = coordinatorLetter(
      { ...due, kind: kind as DueRoleMessage["kind"], locale, facts },
      address,
    );
    const text = plainText(letter);
    expect(text).not.toMatch(/mail\.\w|undefined|null|[{}]/);
    expect(text).toContain("Ilze Liepa");
    expect(text).toContain(locale === "en" ? "Krāslava Municipality" : "Krāslavas novads");
    if (more.reason) expect(text).toContain(more.reason);
    const prefix = locale === "lv" ? "" : `/${locale}`;
    for (const [link] of text.matchAll(/https?:\/\/\S+/g)) {
      expect(link).toMatch(new RegExp(`^${address}${prefix}/(municipality(/role)?|me|privacy)$`));
    }
    expect(html(letter)).toContain(`<html lang="${locale}">`);
  });
});
