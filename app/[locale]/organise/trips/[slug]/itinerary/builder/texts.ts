import { getTranslations } from "next-intl/server";

/** Words of the builder that the browser fills in itself: `{title}` and the like stand in them. */
export async function builderTexts() {
  const t = await getTranslations("organise.builder");
  const raw = (key: Parameters<typeof t.raw>[0]) => String(t.raw(key));
  return {
    accept: raw("accept"),
    accepted: raw("accepted"),
    acceptNote: raw("acceptNote"),
    actions: raw("actions"),
    at: raw("at"),
    cancel: raw("cancel"),
    cancelled: raw("cancelled"),
    duplicate: raw("duplicate"),
    earlier: raw("earlier"),
    edit: raw("edit"),
    emptyDay: raw("emptyDay"),
    ends: raw("ends"),
    endsNextDay: raw("endsNextDay"),
    add: raw("add"),
    internal: raw("internal"),
    later: raw("later"),
    minutes: raw("minutes"),
    move: raw("move"),
    moving: raw("moving"),
    others: raw("others"),
    outOfDay: raw("outOfDay"),
    picked: raw("picked"),
    put: raw("put"),
    putHere: raw("putHere"),
    remove: raw("remove"),
    restore: raw("restore"),
    save: raw("save"),
    shift: raw("shift"),
    starts: raw("starts"),
    title: raw("title"),
    undo: raw("undo"),
    warnings: raw("warnings"),
  };
}

export type BuilderTexts = Awaited<ReturnType<typeof builderTexts>>;
