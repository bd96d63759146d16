import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { locales } from "#lib/locales.ts";
import { addressOf, clientNetwork, codeOf, domainsOf, localeOfPath, returnPath } from "./rules.ts";

describe("an address", () => {
  it.each([
    ["Anna.Berzina@Kraslava.LV", "anna.berzina@kraslava.lv"],
    ["  anna@kraslava.lv ", "anna@kraslava.lv"],
    // A full-width @ is an @ to whoever normalises later: it is normalised before anything else.
    ["anna＠kraslava.lv", "anna@kraslava.lv"],
    ["o'neil+trips@example.co.uk", "o'neil+trips@example.co.uk"],
  ])("%j is stored as %j", (typed, stored) => {
    expect(addressOf(typed)).toBe(stored);
  });

  it.each([
    "",
    "anna",
    "@kraslava.lv",
    "anna@",
    "anna@kraslava",
    "anna@kraslava.lv,eva@evil.test",
    "anna@evil.test@kraslava.lv",
    "anna＠evil.test@kraslava.lv",
    '"anna"@kraslava.lv',
    "anna berzina@kraslava.lv",
    "anna@kraslava.lv\nBcc: eva@evil.test",
    "anna..berzina@kraslava.lv",
    "anna@-kraslava.lv",
    "anna@127.0.0.1",
    `${"a".repeat(65)}@kraslava.lv`,
  ])("%j is none", (typed) => {
    expect(addressOf(typed)).toBeNull();
  });

  it("that was stored is stored the same again", () => {
    fc.assert(
      fc.property(fc.emailAddress(), (typed) => {
        const stored = addressOf(typed);
        fc.pre(stored !== null);
        expect(addressOf(stored as string)).toBe(stored);
      }),
    );
  });

  it("belongs to its domain and those above it", () => {
    expect(domainsOf("anna@skola.kraslava.lv")).toEqual(["skola.kraslava.lv", "kraslava.lv"]);
  });
});

describe("a code", () => {
  it.each(["123456", "123 456", " 12-34-56 ", "１２３４５６", "123\u00a0456"])(
    "may be typed as %j",
    (typed) => {
      expect(codeOf(typed)).toBe("123456");
    },
  );

  it.each(["", "12345", "1234567", "abcdef"])("%j is none", (typed) => {
    expect(codeOf(typed)).toBeNull();
  });
});

describe("where somebody goes after signing in", () => {
  it("is the page of ours that was wanted", () => {
    expect(returnPath("/en/trips/a/registration/check?x=1#b", "en")).toBe(
      "/en/trips/a/registration/check?x=1#b",
    );
  });

  it.each([
    null,
    "",
    "me",
    "//evil.test",
    "/\\evil.test",
    "https://evil.test",
    "javascript:alert(1)",
    "/.//evil.test",
    "/\t/evil.test",
  ])("is one's own page instead of %j", (wanted) => {
    expect(returnPath(wanted, "lt")).toBe("/lt/me");
  });

  it("is never another site, whatever was asked", () => {
    const pieces = fc.constantFrom(
      "/",
      "\\",
      ".",
      "@",
      "//",
      "evil.test",
      ":",
      "?",
      "#",
      "%2f",
      "\t",
    );
    fc.assert(
      fc.property(
        fc.array(pieces, { maxLength: 12 }),
        fc.constantFrom(...locales),
        (made, locale) => {
          const path = returnPath(made.join(""), locale);
          expect(path).toMatch(/^\/(?!\/)/);
          expect(new URL(path, "https://own.test").origin).toBe("https://own.test");
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it.each([
    ["/me", "lv"],
    ["/en/me", "en"],
    ["/lt", "lt"],
    ["/entry", "lv"],
  ])("is in the language of %j, %s", (path, locale) => {
    expect(localeOfPath(path)).toBe(locale);
  });
});

describe("a client", () => {
  it("is counted by its IPv4 address", () => {
    expect(clientNetwork("192.0.2.7")).toBe("192.0.2.7");
  });

  it.each([
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2"],
    ["2001:db8::1", "2001:db8:0:0"],
    ["::1", "0:0:0:0"],
  ])("with IPv6 address %s is counted by its network %s", (address, network) => {
    expect(clientNetwork(address)).toBe(network);
  });
});
