import {
  isLiteralElement,
  isPluralElement,
  isPoundElement,
  isSelectElement,
  isTagElement,
  type MessageFormatElement,
  parse,
} from "@formatjs/icu-messageformat-parser";
import { expect, test } from "vitest";
import { locales } from "#lib/locales.ts";
import en from "./en.json" with { type: "json" };
import lt from "./lt.json" with { type: "json" };
import lv from "./lv.json" with { type: "json" };

type Catalogue = { [key: string]: string | Catalogue };

/** `common.product` → text, in the order of the file. */
function flat(catalogue: Catalogue, prefix = ""): Map<string, string> {
  const entries = Object.entries(catalogue).flatMap(([key, value]) =>
    typeof value === "string"
      ? [[prefix + key, value] as const]
      : [...flat(value, `${prefix + key}.`)],
  );
  return new Map(entries);
}

const catalogues = { lv: flat(lv), en: flat(en), lt: flat(lt) };

/** The parts of a text with those inside its plurals, selections and tags. */
function everyElement(text: string): MessageFormatElement[] {
  const inside = (elements: MessageFormatElement[]): MessageFormatElement[] =>
    elements.flatMap((element) => {
      if (isTagElement(element)) return [element, ...inside(element.children)];
      if (!isPluralElement(element) && !isSelectElement(element)) return [element];
      return [element, ...Object.values(element.options).flatMap(({ value }) => inside(value))];
    });
  return inside(parse(text));
}

/** Names that a text wants filled in, tags as `<name>`; each once, sorted. */
function argumentsOf(text: string): string[] {
  const names = everyElement(text).flatMap((element) => {
    if (isLiteralElement(element) || isPoundElement(element)) return [];
    return [isTagElement(element) ? `<${element.value}>` : element.value];
  });
  return [...new Set(names)].sort();
}

test.each(["en", "lt"] as const)("%s has exactly the texts that Latvian has", (locale) => {
  expect([...catalogues[locale].keys()].sort()).toEqual([...catalogues.lv.keys()].sort());
});

test.each(["en", "lt"] as const)(
  "a text in %s wants the same filled in as in Latvian",
  (locale) => {
    const differing = [...catalogues.lv].filter(([key, text]) => {
      const other = catalogues[locale].get(key);
      return other !== undefined && `${argumentsOf(other)}` !== `${argumentsOf(text)}`;
    });
    expect(differing.map(([key]) => key)).toEqual([]);
  },
);

test.each(locales)("no text in %s is empty or has a stray space", (locale) => {
  const wrong = [...catalogues[locale]].filter(([, text]) => text === "" || text !== text.trim());
  expect(wrong.map(([key]) => key)).toEqual([]);
});

test.each(locales)("a plural in %s has every form that a number of people takes", (locale) => {
  const wrong = [...catalogues[locale]].flatMap(([key, text]) =>
    everyElement(text).flatMap((element) => {
      if (!isPluralElement(element)) return [];
      const rules = new Intl.PluralRules(locale, { type: element.pluralType ?? "cardinal" });
      const needed = new Set(Array.from({ length: 200 }, (_, number) => rules.select(number)));
      const unknown = new Set(Object.keys(element.options).filter((form) => !form.startsWith("=")));
      for (const form of rules.resolvedOptions().pluralCategories) {
        if (unknown.delete(form)) needed.delete(form);
      }
      return needed.size + unknown.size ? [`${key}: ${[...needed, ...unknown]}`] : [];
    }),
  );
  expect(wrong).toEqual([]);
});

test("a Latvian ordinal does not part from its noun at the end of a line", () => {
  const parting = [...catalogues.lv].filter(([, text]) => /[#}]\. \p{Ll}/u.test(text));
  expect(parting.map(([key]) => key)).toEqual([]);
});

test.each(locales)("top-level names in %s are in alphabetical order", (locale) => {
  const names = Object.keys({ lv, en, lt }[locale]);
  expect(names).toEqual(names.toSorted());
});
