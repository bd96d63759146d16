import sharp from "sharp";

/** A photograph of a sheet: taken with a telephone held upright, in Jelgava, as its metadata tells. */
export function aPhotograph(type: "jpeg" | "png" = "jpeg"): Promise<Buffer> {
  return sharp({ create: { width: 120, height: 80, channels: 3, background: "white" } })
    .withMetadata({ orientation: 6 })
    .withExifMerge({
      IFD0: { Make: "Telefons" },
      IFD3: { GPSLatitudeRef: "N", GPSLatitude: "56/1 39/1 0/1" },
    })
    .toFormat(type)
    .toBuffer();
}
