/** One person as found in a pasted text: what is not there is empty. */
export type PersonLine = {
  givenName: string;
  familyName: string;
  position: string;
  email: string;
  phone: string;
};

type Column = keyof PersonLine;

/** Words of a heading, without diacritics, in Latvian, English and Lithuanian. */
const headings: Record<Column | "name", RegExp> = {
  familyName: /^(uzvards|surname|family name|last name|pavarde)$/,
  givenName: /^(vards|first name|given name|vardas)$/,
  name: /^(vards,? ?(un )?uzvards|name|full name|vardas,? ?(ir )?pavarde)$/,
  position: /^(amats|amats un iestade|position|job title|pareigos)$/,
  email: /^(e-?pasts|e-?pasta adrese|e-?mail|el\.? ?pastas)$/,
  phone: /^(talrunis|talruna numurs|talr\.?|phone|telephone|telefonas|tel\.?)$/,
};

/**
 * The people in lines from a mail or a spreadsheet. Parts of a line stand between tabs, semicolons, commas or
 * several blanks; what they are is found as in `peopleIn`.
 */
export function readPasted(text: string): PersonLine[] {
  const lines = text
    .normalize("NFC")
    .split(/\r\n|\r|\n/)
    .map((line) => line.replace(/^\s*(?:\d{1,3}[.)]|[-–•*])\s+/, ""))
    .filter((line) => line.trim() !== "");
  return peopleIn(lines.map(partsOf));
}

/**
 * The people in the rows of a table. A row of headings names the columns and is nobody; single words above the
 * first headings are a title. Without headings parts come in any order: an address is known by its @, a
 * telephone by its digits, the first of the others is the name, the rest the position.
 */
export function peopleIn(rows: readonly (readonly string[])[]): PersonLine[] {
  const tidied = rows
    .map((parts) => parts.map((part) => part.normalize("NFC").replace(/\s+/g, " ").trim()))
    .filter((parts) => parts.some(Boolean));
  const first = tidied.findIndex(isHeadings);
  const people: PersonLine[] = [];
  let columns: (Column | "name" | null)[] | null = null;
  for (const [index, parts] of tidied.entries()) {
    if (isHeadings(parts)) columns = parts.map(headingOf);
    else if (index < first && parts.filter(Boolean).length < 2) continue;
    else if (columns && parts.length <= columns.length) people.push(byColumns(parts, columns));
    else people.push(byShape(parts));
  }
  return people;
}

const isHeadings = (parts: readonly string[]) => parts.filter(headingOf).length >= 2;

/** By the first of these separators that the line has; a spreadsheet's empty cells count. */
function partsOf(line: string): string[] {
  const separator = ["\t", ";", ","].find((one) => line.includes(one)) ?? / {2,}/;
  return line.split(separator).map((part) => part.replace(/\s+/g, " ").trim());
}

function headingOf(part: string): Column | "name" | null {
  const plain = part
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[:*]+$/, "")
    .trim();
  const known = Object.entries(headings).find(([, words]) => words.test(plain));
  return (known?.[0] as Column | "name" | undefined) ?? null;
}

const nobody = { givenName: "", familyName: "", position: "", email: "", phone: "" };

function byColumns(parts: readonly string[], columns: readonly (Column | "name" | null)[]) {
  const person: PersonLine = { ...nobody };
  for (const [index, column] of columns.entries()) {
    const part = parts[index] ?? "";
    if (column === "name") Object.assign(person, namesOf(part));
    else if (column) person[column] = part;
  }
  return person;
}

const isAddress = (part: string) => part.includes("@");
const isPhone = (part: string) =>
  /^[+\d\s().\-–]+$/.test(part) && part.replace(/\D/g, "").length >= 7;

/** The number of a row in a list. */
const isNumber = (part: string) => /^\d{1,3}[.)]?$/.test(part);

function byShape(parts: readonly string[]): PersonLine {
  const email = parts.find(isAddress) ?? "";
  const phone = parts.find(isPhone) ?? "";
  const [name = "", ...others] = parts.filter(
    (part) => part !== "" && !isAddress(part) && !isPhone(part) && !isNumber(part),
  );
  const [second = "", ...rest] = others;
  // "Anna; Bērziņa; juriste": a name in two parts has one word in each, and more follows.
  const apart = !name.includes(" ") && second !== "" && rest.length > 0;
  return {
    ...(apart ? { givenName: name, familyName: second } : namesOf(name)),
    position: (apart ? rest : others).join(", "),
    email: bare(email),
    phone,
  };
}

/** `Anna Bērziņa <anna@…>` and `<anna@…>` → `anna@…`. */
const bare = (email: string) => /<([^>]+)>/.exec(email)?.[1] ?? email.replace(/^mailto:/i, "");

/** The last word is the family name; a single word is left to be mended. */
function namesOf(name: string): Pick<PersonLine, "givenName" | "familyName"> {
  const words = name.split(" ").filter(Boolean);
  if (words.length < 2) return { givenName: name, familyName: "" };
  return { givenName: words.slice(0, -1).join(" "), familyName: words.at(-1) ?? "" };
}
