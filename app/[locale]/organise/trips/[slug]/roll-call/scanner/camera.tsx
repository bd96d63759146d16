import { useRef } from "react";
import type { ScanTexts } from "./scan-texts.ts";
import { useCamera } from "./use-camera.ts";

type CameraProps = { onCodes: (texts: string[]) => void; texts: ScanTexts };

/** What the camera sees, or in words why it sees nothing. */
export function Camera({ onCodes, texts }: CameraProps) {
  const video = useRef<HTMLVideoElement>(null);
  const state = useCamera(video, onCodes);
  const works = state === "starting" || state === "reading";
  return (
    <>
      <p className={works ? "small" : "notice"}>{works ? texts.hint : texts.camera[state]}</p>
      <video ref={video} hidden={!works} muted playsInline data-camera={state} />
    </>
  );
}
