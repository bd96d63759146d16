import { expect, it } from "vitest";
import { sentFile } from "./sent-file.ts";

const most = 100_000;

/** A form whose file has so many bytes; without a length it is sent in pieces, as no browser does. */
async function aForm(bytes: number, { length = true } = {}) {
  const form = new FormData();
  form.set("organisationId", "one");
  form.set("file", new File([Buffer.alloc(bytes, "x")], "trip.json"));
  const made = new Response(form);
  const body = await made.bytes();
  const taken = { pieces: 0 };
  const stream = new ReadableStream<Uint8Array>({
    pull(controller) {
      const piece = body.subarray(taken.pieces * 1_000, (taken.pieces + 1) * 1_000);
      taken.pieces += 1;
      if (piece.length) controller.enqueue(piece);
      else controller.close();
    },
  });
  const headers = new Headers({ "content-type": made.headers.get("content-type") ?? "" });
  if (length) headers.set("content-length", String(body.length));
  const init = { method: "POST", body: stream, headers, duplex: "half" } as const;
  return { request: new Request("http://localhost/", init), taken };
}

it("reads a form with its file", async () => {
  const { request } = await aForm(90_000);
  const form = await sentFile(request, most);
  expect(form?.get("organisationId")).toBe("one");
  expect(form?.get("file")).toMatchObject({ name: "trip.json", size: 90_000 });
});

it("reads nothing of a form that says that it is too large, and no more than may be of one that does not", async () => {
  const said = await aForm(200_000);
  expect(await sentFile(said.request, most)).toBeNull();
  expect(said.taken.pieces).toBeLessThan(5);
  const unsaid = await aForm(1_000_000, { length: false });
  expect(await sentFile(unsaid.request, most)).toBeNull();
  expect(unsaid.taken.pieces).toBeLessThan(200);
});

it("finds no file in what is no form", async () => {
  const broken = new Request("http://localhost/", { method: "POST", body: "{}" });
  expect([...((await sentFile(broken, most)) ?? [["none"]])]).toEqual([]);
});
