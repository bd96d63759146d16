import type { PersonActor } from "#domain/actor/schema.ts";
import { adjustItem, removeItem } from "#domain/agenda/commands.ts";
import type { ItemState } from "#domain/agenda/schema.ts";
import { duplicateItem, moveItem, placeItem, shiftItems } from "#domain/arrangement/commands.ts";
import { undoChange } from "#domain/draft/commands.ts";
import { acceptWarning, restoreWarning } from "#domain/warning/commands.ts";
import type { Result } from "#lib/result.ts";
import { textOf } from "../../../../read-form.ts";

/** Keys of `organise.builder.done`. */
type Said = "accepted" | "duplicated" | "merged" | "removed" | "restored" | "undone";

export type Done =
  | { ok: true; said?: Said }
  | {
      ok: false;
      reason: string;
      /** What was typed into the one field of the deed. */
      typed?: string;
      /** Who changed the same item meanwhile, and what it then said; gone items say nothing. */
      other?: { name: string; item?: ItemState };
    };

type Deed = (actor: PersonActor, now: Date) => Promise<Done>;

/** What the pressed button asks for: `VERB ID`, with the fields that belong to it. */
export function deedOf(form: FormData, tripId: string): Deed {
  const deed = textOf(form, "deed");
  const verb = deed.split(" ", 1)[0] ?? "";
  const id = deed.slice(verb.length + 1);
  return async (actor, now) => {
    const reason = await (deeds[verb] ?? nothing)({ actor, now, form, id, tripId });
    return reason;
  };
}

type Asked = { actor: PersonActor; now: Date; form: FormData; id: string; tripId: string };

const nothing = async (): Promise<Done> => ({ ok: true });

const deeds: Record<string, (asked: Asked) => Promise<Done>> = {
  earlier: ({ actor, now, form, id }) =>
    moveItem(actor, { itemId: id, direction: "earlier", ...seenIn(form) }, now),
  later: ({ actor, now, form, id }) =>
    moveItem(actor, { itemId: id, direction: "later", ...seenIn(form) }, now),
  place: ({ actor, now, form, id }) =>
    placeItem(
      actor,
      {
        itemId: id,
        date: textOf(form, "date"),
        before: textOf(form, "before") || null,
        ...seenIn(form),
      },
      now,
    ),
  shift: ({ actor, now, form, id }) =>
    shiftItems(actor, { itemId: id, minutes: minutesIn(form, id), ...seenIn(form) }, now).then(
      explained("minutes", textOf(form, `minutes.${id}`)),
    ),
  duplicate: ({ actor, now, id }) =>
    duplicateItem(actor, { itemId: id }, now).then(as("duplicated")),
  remove: ({ actor, now, form, id }) =>
    removeItem(actor, { itemId: id, ...seenIn(form) }, now).then(as("removed")),
  undo: ({ actor, now, id, tripId }) =>
    undoChange(actor, { tripId, revision: Number(id) }, now).then(as("undone")),
  save: ({ actor, now, form, id }) => save(actor, now, form, id),
  accept: ({ actor, now, form, id, tripId }) =>
    acceptWarning(actor, { tripId, fingerprint: id, note: textOf(form, `note.${id}`) }, now)
      .then(explained("acceptanceNote", textOf(form, `note.${id}`)))
      .then(as("accepted")),
  restore: ({ actor, now, id, tripId }) =>
    restoreWarning(actor, { tripId, fingerprint: id }, now).then(as("restored")),
};

async function save(actor: PersonActor, now: Date, form: FormData, itemId: string): Promise<Done> {
  const saved = await adjustItem(
    actor,
    {
      itemId,
      revision: Number(textOf(form, "revision")),
      starts: textOf(form, "starts"),
      ends: textOf(form, "ends"),
      endsNextDay: form.has("endsNextDay"),
      title: textOf(form, "title"),
    },
    now,
  );
  if (saved.ok) return saved.merged.length ? { ok: true, said: "merged" } : { ok: true };
  if ("byName" in saved) {
    const item = saved.reason === "conflict" ? { item: saved.theirs } : {};
    return { ok: false, reason: saved.reason, other: { name: saved.byName, ...item } };
  }
  const [first = "invalid"] = "detail" in saved ? Object.values(saved.detail ?? {}) : [];
  const reason = saved.reason === "invalid" ? String(first).split(".").at(-1) : saved.reason;
  return { ok: false, reason: reason ?? "invalid" };
}

/** The revision of the draft that the page shows. */
function seenIn(form: FormData): { seen?: number } {
  const seen = Number(textOf(form, "seen"));
  return Number.isInteger(seen) && seen > 0 ? { seen } : {};
}

const minutesIn = (form: FormData, id: string) =>
  Number(textOf(form, `minutes.${id}`).replace("–", "-").replace("−", "-"));

const as =
  (said: Said) =>
  (done: Done): Done =>
    done.ok ? { ok: true, said } : done;

/** What is invalid about a form of one field is said as that field's sentence; what was typed stays. */
const explained =
  (reason: string, typed: string) =>
  (done: Result<object, string>): Done => {
    if (done.ok) return done;
    const said = Object.values(done.detail ?? {}).map((key) => String(key).split(".").at(-1));
    return {
      ok: false,
      reason: done.reason === "invalid" ? (said[0] ?? reason) : done.reason,
      typed,
    };
  };
