import { Zip, ZipDeflate } from "fflate";

/** A ZIP that is nowhere whole: each file, and the end, gives the piece that follows those before it. */
export type ZipInPieces = {
  add: (name: string, content: Uint8Array) => Buffer;
  end: () => Buffer;
};

/** For files that are packed already: they are only put together. */
export function zipInPieces(): ZipInPieces {
  let written: Uint8Array[] = [];
  const zip = new Zip((error, bytes) => {
    if (error) throw error;
    written.push(bytes);
  });
  const piece = () => {
    const all = Buffer.concat(written);
    written = [];
    return all;
  };
  return {
    add: (name, content) => {
      // Not the method "stored": with sizes that follow a file, some programs do not open it.
      const file = new ZipDeflate(name, { level: 0 });
      zip.add(file);
      file.push(content, true);
      return piece();
    },
    end: () => {
      zip.end();
      return piece();
    },
  };
}
