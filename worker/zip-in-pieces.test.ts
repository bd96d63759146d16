import { randomBytes } from "node:crypto";
import { strToU8, unzipSync } from "fflate";
import { expect, test } from "vitest";
import { zipInPieces } from "./zip-in-pieces.ts";

test("pieces put together are a ZIP with every file, by its name", () => {
  const files = {
    "1 Žanis Ķirsis.pdf": strToU8("%PDF-1"),
    "2 nothing.pdf": new Uint8Array(),
    "3 large.pdf": new Uint8Array(randomBytes(300_000)),
  };
  const zip = zipInPieces();
  const pieces = Object.entries(files).map(([name, content]) => zip.add(name, content));
  const opened = unzipSync(new Uint8Array(Buffer.concat([...pieces, zip.end()])));
  expect(Object.keys(opened)).toEqual(Object.keys(files));
  for (const [name, content] of Object.entries(files)) {
    expect(Buffer.compare(opened[name] as Uint8Array, content)).toBe(0);
  }
});

test("a file is whole in its piece, so that none has to wait for the next", () => {
  const zip = zipInPieces();
  const pieces = ["1.pdf", "2.pdf"].map((name) => zip.add(name, new Uint8Array(1_000)));
  for (const piece of pieces) {
    expect(piece.readUInt32LE()).toBe(0x04034b50);
    expect(piece.length).toBeGreaterThan(1_000);
  }
});

test("a ZIP of nothing opens as well", () => {
  expect(unzipSync(new Uint8Array(zipInPieces().end()))).toEqual({});
});
