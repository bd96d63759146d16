import { type RefObject, useEffect, useEffectEvent, useState } from "react";
import { type CodeReader, codeReader } from "./code-reader.ts";

/** Why no code is read, or that they are. */
export type CameraState = "starting" | "reading" | "refused" | "absent" | "busy" | "noReader";

/** Between two looks; and how long a code must be out of sight until it counts as shown again. */
const pause = 120;
const forgotten = 2_500;

/** Shows the camera in a video and tells of each code that is held before it, once. */
export function useCamera(
  video: RefObject<HTMLVideoElement | null>,
  onCodes: (texts: string[]) => void,
): CameraState {
  const [state, setState] = useState<CameraState>("starting");
  const told = useEffectEvent(onCodes);
  useEffect(() => {
    const ended = new AbortController();
    void start(video.current, ended.signal).then((started) => {
      if (ended.signal.aborted) return;
      setState(typeof started === "string" ? started : "reading");
      if (typeof started === "function") {
        void watch(video.current, started, (texts) => told(texts), ended.signal);
      }
    });
    return () => ended.abort();
  }, [video]);
  return state;
}

async function start(
  video: HTMLVideoElement | null,
  ended: AbortSignal,
): Promise<CodeReader | Exclude<CameraState, "starting" | "reading">> {
  if (!video || !navigator.mediaDevices) return "absent";
  const wanted = { facingMode: "environment", width: { ideal: 1280 }, height: { ideal: 720 } };
  try {
    const stream = await navigator.mediaDevices.getUserMedia({ video: wanted, audio: false });
    const stop = () => {
      for (const track of stream.getTracks()) track.stop();
    };
    if (ended.aborted) stop();
    else ended.addEventListener("abort", stop);
    video.srcObject = stream;
    // Interrupted where the scanner is closed meanwhile.
    await video.play().catch(() => {});
  } catch (error) {
    return refusal(error);
  }
  return codeReader().catch(() => "noReader" as const);
}

function refusal(error: unknown): "refused" | "absent" | "busy" {
  const name = error instanceof DOMException ? error.name : "";
  if (name === "NotAllowedError" || name === "SecurityError") return "refused";
  return name === "NotReadableError" || name === "AbortError" ? "busy" : "absent";
}

async function watch(
  video: HTMLVideoElement | null,
  read: CodeReader,
  onCodes: (texts: string[]) => void,
  ended: AbortSignal,
): Promise<void> {
  const lastSeen = new Map<string, number>();
  while (!ended.aborted) {
    const looks = video && video.readyState >= video.HAVE_CURRENT_DATA;
    const texts = looks ? await read(video).catch(() => []) : [];
    const now = performance.now();
    const fresh = texts.filter((text) => now - (lastSeen.get(text) ?? -forgotten) >= forgotten);
    for (const text of texts) lastSeen.set(text, now);
    if (fresh.length > 0 && !ended.aborted) onCodes([...new Set(fresh)]);
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}
