import { readFileSync } from "node:fs";
import type { Theirs } from "#scripts/checks/strangers.ts";
import { date } from "#scripts/checks/strangers.ts";

// What the build says it serves: nothing that was added can be forgotten by a test that walks this.

const read = <Content>(file: string): Content =>
  JSON.parse(readFileSync(`.next/server/${file}`, "utf8")) as Content;

/** Every page and route handler of ours, as Next keys them: `/[locale]/trips/[slug]/page`. */
export function servedAddresses(): string[] {
  return Object.keys(read<Record<string, string>>("app-paths-manifest.json"));
}

/** Every server action: its id, by `file#export`. */
export function servedActions(): Map<string, string> {
  const { node } = read<{ node: Record<string, { filename: string; exportedName: string }> }>(
    "server-reference-manifest.json",
  );
  return new Map(
    Object.entries(node).map(([id, { filename, exportedName }]) => [
      `${filename}#${exportedName}`,
      id,
    ]),
  );
}

/** The address behind a key, in Latvian, filled in with somebody's things. */
export function fillIn(key: string, theirs: Theirs): string {
  const filled = key
    .replace(/\/(page|route)$/, "")
    .replace("/[locale]", "")
    .replace("[...missing]", "nav/tokio")
    .replace("batches/[batch]/[file]", `batches/${theirs.batchId}/invitations.pdf`)
    .replace("[batch]", theirs.batchId)
    .replace("wordings/[paper]", "wordings/invitation")
    .replace("papers/[paper]", "papers/badges.pdf")
    .replace("[registration]/[paper]", "[registration]/invitation.pdf")
    .replace("[certificate]", theirs.certificateId)
    .replace("service-worker/[path]", "service-worker/sw.js")
    .replace("[logo]", `${theirs.logo}.png`)
    .replace("[slug]", theirs.slug)
    .replace("[date]", date)
    .replace("[icon]", "192.png")
    .replace("[code]", `${date}~day~1~${"a".repeat(22)}`)
    .replace("[badge]", theirs.badge)
    .replace("[item]", theirs.itemId)
    .replace("[number]", "1")
    .replace("[vehicle]", theirs.vehicleId)
    .replace("[lodging]", theirs.lodgingId)
    .replace("[work]", theirs.workId)
    .replace("[delegation]", theirs.delegationId)
    .replace("exports/[file]", "exports/registrations.csv")
    .replace("[file]", theirs.fileId)
    .replace("[sheet]", theirs.sheetId)
    .replace("[registration]", theirs.registrationId)
    .replace("[token]", theirs.invitationToken)
    .replace("[host]", theirs.hostId)
    .replace("[speaker]", theirs.speakerId)
    .replace("[project]", theirs.projectId);
  return filled || "/";
}

/** Whether it opens by a person's own link alone. `fillIn` writes a wrong one, which opens it to nobody. */
export const isByLink = (key: string) => key.endsWith("/calendars/[token]/route");

/** Whether somebody's things stand in the address. */
export const isOfSomebody = (key: string) =>
  /\[(slug|badge|host|speaker|project|logo|registration|sheet)\]/.test(key);
