"use client";

import {
  type FormEvent,
  startTransition,
  useActionState,
  useEffect,
  useOptimistic,
  useState,
  useSyncExternalStore,
} from "react";
import { changed } from "#domain/agenda/rules.ts";
import type { Locale } from "#lib/locales.ts";
import { BuilderDay } from "./builder-day.tsx";
import { expectedAfter } from "./expected.ts";
import { mendingOf } from "./mending.ts";
import { Said } from "./said.tsx";
import { type BuilderState, quiet } from "./state.ts";
import type { BuilderTexts } from "./texts.ts";
import { useDrops } from "./use-dragging.ts";
import { type Target, useHolding } from "./use-holding.ts";
import type { BuilderView, Card } from "./view.ts";
import { Warnings } from "./warnings.tsx";

type BuilderProps = {
  action: (state: BuilderState, form: FormData) => Promise<BuilderState>;
  view: BuilderView;
  texts: BuilderTexts;
  locale: Locale;
  /** Address of the draft's page, in the language of the page. */
  path: string;
};

/**
 * The draft, a day per column. Each deed is one form with one button; with JavaScript items are dragged or
 * carried as well, and every deed shows at once.
 */
export function Builder({ action, view, texts, locale, path }: BuilderProps) {
  const [state, send, pending] = useActionState(action, quiet);
  const [cards, expectCards] = useOptimistic(
    view.cards as readonly Card[],
    (all, { changes, removed }: { changes: Card[]; removed: string[] }) =>
      changed(all, changes, removed),
  );
  const [editing, edit] = useState<Card | null>(null);
  const mending = mendingOf(state, {
    cards,
    warnings: view.warnings,
    editing: editing?.id ?? null,
  });
  const live = useLive();
  // Closed once it is kept; what was typed stays while something is to be mended.
  useEffect(() => {
    const isKept = (card: Card) => !state.problem && state.deed === `save ${card.id}`;
    edit((card) => (card && isKept(card) ? null : card));
  }, [state]);
  const fieldId = mending?.fieldId;
  // biome-ignore lint/correctness/useExhaustiveDependencies: every refusal takes the focus to its field
  useEffect(() => {
    if (fieldId) document.getElementById(fieldId)?.focus();
  }, [state.attempt, fieldId]);

  function deed(form: FormData, changes: Card[], removed: string[] = []) {
    form.set("seen", String(view.revision));
    startTransition(() => {
      expectCards({ changes, removed });
      send(form);
    });
  }

  function drop(id: string, to: Target, changes: Card[]) {
    if (changes.length === 0) return;
    const form = new FormData();
    form.set("deed", `place ${id}`);
    form.set("date", to.date);
    form.set("before", to.before ?? "");
    deed(form, changes);
  }

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const { submitter } = event.nativeEvent as SubmitEvent;
    const form = new FormData(event.currentTarget, submitter);
    deed(form, ...expectedAfter(form, cards));
  }

  const holding = useHolding({ cards, days: view.days, texts, locale, drop });
  const drops = useDrops(cards, { over: holding.tell, drop: holding.put, leave: holding.letGo });
  useKeptFocus(view.revision);
  useHeldWhile(pending);
  useNews(() => {
    const form = new FormData();
    form.set("deed", "refresh");
    deed(form, []);
  });

  const shared = { texts, locale, path, live, holding, drops, mending, warnings: view.warnings };
  return (
    <form action={send} onSubmit={submit} className="builder" aria-busy={pending}>
      <button
        type="submit"
        name="deed"
        value="refresh"
        className="sr-only"
        tabIndex={-1}
        aria-hidden
      >
        {texts.save}
      </button>
      <input type="hidden" name="seen" value={view.revision} />
      <Said
        state={state}
        mending={mending}
        undo={view.undo}
        spoken={holding.spoken}
        carrying={holding.held !== null || drops.dragging}
        pending={pending}
        texts={texts}
      />
      <Warnings
        days={view.days}
        warnings={view.warnings}
        mending={mending}
        notes={state.notes}
        texts={texts}
      />
      <div className="days">
        {view.days.map((day) => (
          <BuilderDay
            key={day.date}
            day={day}
            cards={withEdited(holding.preview, editing)}
            editing={editing}
            edit={edit}
            {...shared}
          />
        ))}
      </div>
    </form>
  );
}

/** Somebody else removed the item that is being edited: its form stays, with what was typed. */
function withEdited(cards: readonly Card[], editing: Card | null): readonly Card[] {
  const isGone = editing && !cards.some(({ id }) => id === editing.id);
  return isGone ? [...cards, { ...editing, revision: -1 }] : cards;
}

/** Asks before the page is left while a deed is still on its way. */
function useHeldWhile(pending: boolean) {
  useEffect(() => {
    if (!pending) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [pending]);
}

/** Whether JavaScript runs: what needs it is not drawn before. */
const useLive = () =>
  useSyncExternalStore(
    () => () => {},
    () => true,
    () => false,
  );

/** An item that is gone takes the focus along: it then goes to what was said. */
function useKeptFocus(revision: number) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: looks whenever the draft has changed
  useEffect(() => {
    if (document.activeElement === document.body) document.getElementById("said")?.focus();
  }, [revision]);
}

/** Reads the draft anew when somebody comes back to it, since another may have changed it. */
function useNews(read: () => void) {
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === "visible") read();
    };
    document.addEventListener("visibilitychange", look);
    return () => document.removeEventListener("visibilitychange", look);
  });
}
