import * as mupdf from "mupdf";

type Size = { width: number; height: number };

/** In points, as a PDF draws them: what is filled with the blue of the European flag, and every picture of pixels. */
export function drawnSizes(bytes: Uint8Array): { emblems: Size[]; pictures: Size[] } {
  const document = mupdf.Document.openDocument(Buffer.from(bytes), "application/pdf");
  const emblems: Size[] = [];
  const pictures: Size[] = [];
  const device = new mupdf.Device({
    fillPath: (path, _evenOdd, [a, b, c, d, e, f], _space, colour) => {
      if (colour.map((part) => Math.round(part * 255)).join() !== "0,51,153") return;
      const corners: [number, number][] = [];
      const to = (x: number, y: number) => corners.push([a * x + c * y + e, b * x + d * y + f]);
      path.walk({ moveTo: to, lineTo: to });
      emblems.push(extent(corners));
    },
    fillImage: (_image, [a, b, c, d, e, f]) => {
      const corners = [0, 1].flatMap((x) =>
        [0, 1].map((y) => [a * x + c * y + e, b * x + d * y + f]),
      );
      pictures.push(extent(corners as [number, number][]));
    },
  });
  for (let at = 0; at < document.countPages(); at++) {
    document.loadPage(at).run(device, mupdf.Matrix.identity);
  }
  return { emblems, pictures };
}

function extent(corners: readonly [number, number][]): Size {
  const side = (of: 0 | 1) => {
    const all = corners.map((corner) => corner[of]);
    return Math.max(...all) - Math.min(...all);
  };
  return { width: side(0), height: side(1) };
}
