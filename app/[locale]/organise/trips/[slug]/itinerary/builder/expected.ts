import { dayLength, minutesOf, shiftAfter, swap } from "#domain/agenda/rules.ts";
import type { Card } from "./view.ts";

/** What a deed is expected to change, by the same rules as the server's: shown until it has answered. */
export function expectedAfter(form: FormData, cards: readonly Card[]): [Card[], string[]] {
  const [verb, id = ""] = String(form.get("deed")).split(" ");
  if (verb === "remove") return [[], [id]];
  if (verb === "earlier" || verb === "later") return [planned(swap(cards, id, verb)), []];
  if (verb === "shift") {
    const minutes = Number(form.get(`minutes.${id}`));
    return [Number.isInteger(minutes) ? planned(shiftAfter(cards, id, minutes)) : [], []];
  }
  return verb === "save" ? [saved(form, cards, id), []] : [[], []];
}

const planned = (plan: ReturnType<typeof swap<Card>>) => (plan.ok ? plan.changes : []);

function saved(form: FormData, cards: readonly Card[], id: string): Card[] {
  const card = cards.find((one) => one.id === id);
  const [starts, ends] = [
    minutesOf(String(form.get("starts"))),
    minutesOf(String(form.get("ends"))),
  ];
  const fits = ends > starts || form.has("endsNextDay");
  if (!card || !fits || Number.isNaN(starts) || Number.isNaN(ends)) return [];
  return [{ ...card, starts, ends: ends > starts ? ends : ends + dayLength }];
}
