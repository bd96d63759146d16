"use client";

import type { FormEvent, ReactNode } from "react";

type SignOutFormProps = {
  id: string;
  /** Said when marks would be lost; `{count}` stands for how many. */
  warning: string;
  children: ReactNode;
};

/** Warns whoever signs out while marks of a roll call are unsent, and leaves nothing of one on the phone. */
export function SignOutForm({ id, warning, children }: SignOutFormProps) {
  async function leave(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    try {
      const { forgetAll, unsentMarks } = await import("#components/roll-call-store.ts");
      const { unsentEntries } = await import("#components/walk-in-store.ts");
      const count = (await unsentMarks()).length + (await unsentEntries()).length;
      if (count > 0 && !confirm(warning.replace("{count}", String(count)))) return;
      await forgetAll();
    } catch {
      // A browser that keeps nothing has nothing to forget.
    }
    form.submit();
  }
  return (
    <form id={id} method="post" action="/api/sign-out" onSubmit={leave}>
      {children}
    </form>
  );
}
