import { expect, type Page, test } from "@playwright/test";
import writeWorkbook from "write-excel-file/universal";
import lv from "#messages/lv.json" with { type: "json" };
import { windows1257 } from "#scripts/checks/windows-1257.ts";
import { expectNoComplaints } from "./axe.ts";
import { aCall } from "./calls.ts";
import { type Hand, pointer } from "./hand.ts";
import { enter, mailTo, newAddress } from "./people.ts";
import { inEveryWay } from "./ways.ts";

const words = lv.municipality.delegation;
const surnames = ["Āboliņa", "Čakste", "Ēvele", "Ģērmane", "Īvāne", "Ķeizare", "Ļaudaka", "Ņikona"];

/** Twenty people as a table, three of them wrong: no address, no telephone number, an address twice. */
function aTable() {
  const people = Array.from({ length: 20 }, (_, index) => [
    "Anna",
    `${surnames[index % surnames.length]} ${index + 1}`,
    index % 2 ? "juriste" : "projektu vadītāja",
    newAddress(),
    `20123${100 + index}`,
  ]);
  const first = people[0]?.[3] ?? "";
  const wrong = people.map((person, index) =>
    person.map((cell, column) => {
      if (index === 4 && column === 3) return "anna(at)kraslavas-novads";
      if (index === 11 && column === 4) return "12";
      return index === 19 && column === 3 ? first : cell;
    }),
  );
  const rows = [["Vārds", "Uzvārds", "Amats", "E-pasts", "Tālrunis"], ...wrong];
  return { rows, first, last: people[19]?.[3] ?? "" };
}

const cell = (page: Page, name: string, row: number) => page.locator(`[id="${name}.${row}"]`);

async function openForm(page: Page, hand: Hand, slug: string) {
  await page.goto(`/municipality/trips/${slug}/delegation`);
  await hand.press(page.getByText(words.paste));
}

/** What was read stands in rows; the three mistakes are named there, mended, and all twenty are sent. */
async function mendAndSend(page: Page, hand: Hand, { first, last }: ReturnType<typeof aTable>) {
  await expect(page.locator(".member")).toHaveCount(20);
  await expect(page.locator('[id="email.4-error"]')).toHaveText(lv.errors.emailInvalid);
  await expect(page.locator('[id="phone.11-error"]')).toHaveText(lv.errors.phoneInvalid);
  await expect(page.locator('[id="email.19-error"]')).toHaveText(words.problem.personTwice);
  await expect(page.locator(".error")).toHaveCount(3);
  await expect(cell(page, "familyName", 3)).toHaveValue("Ģērmane 4");
  await hand.write(cell(page, "email", 4), newAddress());
  await hand.write(cell(page, "phone", 11), "20123456");
  await hand.write(cell(page, "email", 19), last);
  await hand.press(page.getByRole("button", { name: words.submit }));
  await expect(page.getByRole("status")).toHaveText(words.done.sent);
  await expect(page.locator("tbody tr")).toHaveCount(20);
  await mailTo(page, first, /Āboliņa 1/);
  await mailTo(page, last, /Ģērmane 20/);
}

inEveryWay((hand, javaScriptEnabled) => {
  test("twenty pasted lines with three mistakes are mended in place and sent", async ({
    page,
    context,
  }) => {
    const { slug, coordinator } = await aCall(30);
    const table = aTable();
    await enter(context, coordinator.userId);
    await openForm(page, hand, slug);
    await page.locator("#pasted").fill(table.rows.map((row) => row.join(";")).join("\n"));
    await hand.press(page.getByRole("button", { name: words.takeOver }));
    if (javaScriptEnabled) await expectNoComplaints(page, "a list with mistakes");
    await mendAndSend(page, hand, table);
  });

  test("the same from a file in Windows-1257 and from a workbook", async ({ page, context }) => {
    const { slug, coordinator } = await aCall(60);
    await enter(context, coordinator.userId);
    for (const kind of ["csv", "xlsx"] as const) {
      const table = aTable();
      await openForm(page, hand, slug);
      const buffer = kind === "csv" ? asCsv(table.rows) : await asWorkbook(table.rows);
      await page.locator("#file").setInputFiles({ name: `saraksts.${kind}`, mimeType: "", buffer });
      await hand.press(page.getByRole("button", { name: words.takeOver }));
      if (kind === "csv") await mendAndSend(page, hand, table);
      else await expect(page.locator(".member")).toHaveCount(20);
    }
  });
});

test("a file that is no list is refused beside its field, and the rows typed so far stay", async ({
  page,
  context,
}) => {
  const { slug, coordinator } = await aCall(5);
  await enter(context, coordinator.userId);
  await openForm(page, pointer, slug);
  await cell(page, "familyName", 1).fill("Šķēle");
  for (const [bytes, reason] of [
    [[0x89, 0x50, 0x4e, 0x47, 0], words.problem.fileUnknown],
    [[0xd0, 0xcf, 0x11, 0xe0], words.problem.fileOldExcel],
    [[], words.problem.fileEmpty],
    [[...Buffer.from("PK\u0003\u0004")], words.problem.fileBroken],
    [[...Buffer.from("Vārds;E-pasts")], words.problem.fileNobody],
    [Array(3_000_000).fill(65), words.problem.fileTooLarge],
  ] as const) {
    const file = { name: "saraksts.xlsx", mimeType: "", buffer: Buffer.from(bytes) };
    await page.locator("#file").setInputFiles(file);
    await page.getByRole("button", { name: words.takeOver }).click();
    await expect(page.locator("#file-error")).toHaveText(reason);
    await expect(page.locator("#file")).toBeVisible();
    await expect(cell(page, "familyName", 1)).toHaveValue("Šķēle");
  }
  await expectNoComplaints(page, "a file that is refused");
});

const asCsv = (rows: readonly string[][]) =>
  Buffer.from(windows1257(rows.map((row) => row.join(";")).join("\r\n")));

async function asWorkbook(rows: readonly string[][]): Promise<Buffer> {
  const data = rows.map((row) => row.map((value) => ({ value })));
  const written = await writeWorkbook([{ sheet: "Dalībnieki", data }]).toBlob();
  return Buffer.from(await written.arrayBuffer());
}
