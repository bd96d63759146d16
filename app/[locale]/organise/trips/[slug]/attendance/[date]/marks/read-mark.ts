import { textOf } from "../../../../../read-form.ts";

/** A mark as a form or a page's script sends it; the device is named by its browser. */
export function readMark(form: FormData, headers: Headers, now: Date) {
  const deviceAt = new Date(textOf(form, "deviceAt"));
  return {
    id: textOf(form, "id"),
    registrationId: textOf(form, "registrationId"),
    present: textOf(form, "present") === "yes",
    device: (headers.get("user-agent") || "unknown").slice(0, 200),
    deviceAt: Number.isNaN(deviceAt.getTime()) ? now : deviceAt,
  };
}
