/** What stands in a picture that a camera shows: the text of every QR code. */
export type CodeReader = (picture: HTMLVideoElement) => Promise<string[]>;

type Detector = {
  detect: (picture: HTMLVideoElement) => Promise<{ rawValue: string }[]>;
};

type OwnDetector = {
  new (options: { formats: string[] }): Detector;
  getSupportedFormats: () => Promise<string[]>;
};

const options = { formats: ["qr_code"] };

/** The browser's own reader, or ours where it has none. Rejects where ours has not been loaded and cannot be. */
export async function codeReader(): Promise<CodeReader> {
  const Own = await ownDetector();
  const detector = Own ? new Own(options) : await loadedDetector();
  return async (picture) => (await detector.detect(picture)).map(({ rawValue }) => rawValue);
}

/** Loads the scripts by which codes are read, and answers the addresses of what else there must be without network. */
export async function neededToRead(): Promise<string[]> {
  if (await ownDetector()) return [];
  await import("barcode-detector/ponyfill");
  return [program];
}

/** Our own copy: the package would ask a server of somebody else's for it. */
const program = new URL("zxing-wasm/reader/zxing_reader.wasm", import.meta.url).href;

async function ownDetector(): Promise<OwnDetector | null> {
  const { BarcodeDetector: Own } = globalThis as { BarcodeDetector?: OwnDetector };
  const formats = await Own?.getSupportedFormats().catch((): string[] => []);
  return Own && formats?.includes("qr_code") ? Own : null;
}

async function loadedDetector(): Promise<Detector> {
  const { BarcodeDetector, prepareZXingModule } = await import("barcode-detector/ponyfill");
  await prepareZXingModule({ overrides: { locateFile: () => program }, fireImmediately: true });
  return new BarcodeDetector({ formats: ["qr_code"] });
}
