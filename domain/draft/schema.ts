import * as z from "zod/mini";
import type { ItemState } from "#domain/agenda/schema.ts";
import type { LocalizedWords } from "#lib/locales.ts";

/** Somebody who speaks at an item; `mayBeNamed`: a basis for publishing the name is recorded. */
export type DraftSpeaker = {
  id: string;
  name: string;
  role: LocalizedWords;
  mayBeNamed: boolean;
};

/** An item as the organiser works on it, with the names of what it points at. */
export type DraftItem = ItemState & {
  startsAt: Date;
  endsAt: Date;
  host: LocalizedWords | null;
  /** The largest group that the host takes. */
  hostLimit: number | null;
  place: string | null;
  /** Where it is, in degrees: the venue's own, else those of its place. */
  at: { latitude: number; longitude: number } | null;
  speakers: DraftSpeaker[];
};

export type ChangeKind =
  | "add"
  | "edit"
  | "remove"
  | "move"
  | "shift"
  | "duplicate"
  | "copy"
  | "undo";

/** One change of a draft: the items that it touched, before and after. */
export type DraftChange = {
  revision: number;
  kind: ChangeKind;
  before: ItemState[];
  after: ItemState[];
  undoes: number | null;
  changedBy: string;
  /** Name of the person, or the address where no name is on record. */
  byName: string;
  changedAt: Date;
};

/** The revision whose change is to be taken back. */
export const undoing = z.object({ tripId: z.guid(), revision: z.int() });

export type Undoing = z.infer<typeof undoing>;
