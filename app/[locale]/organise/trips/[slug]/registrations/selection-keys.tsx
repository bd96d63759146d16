"use client";

import { useEffect } from "react";

/**
 * Keys for the boxes of a table: up and down go from box to box, Shift with the space bar or a click chooses
 * everything from the last one on.
 */
export function SelectionKeys({ table }: { table: string }) {
  useEffect(() => {
    const body = document.getElementById(table);
    let last: HTMLInputElement | null = null;
    const boxes = () => [...(body?.querySelectorAll<HTMLInputElement>('input[name="id"]') ?? [])];
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
      const all = boxes();
      const at = all.indexOf(event.target as HTMLInputElement);
      const next = all[at + (event.key === "ArrowDown" ? 1 : -1)];
      if (at < 0 || !next) return;
      event.preventDefault();
      next.focus();
    };
    const onClick = (event: MouseEvent) => {
      const all = boxes();
      const box = event.target as HTMLInputElement;
      if (!all.includes(box)) return;
      if (event.shiftKey && last) {
        const [from, to] = [all.indexOf(last), all.indexOf(box)].sort((one, other) => one - other);
        for (const one of all.slice(from, (to ?? 0) + 1)) one.checked = box.checked;
      }
      last = box;
    };
    body?.addEventListener("keydown", onKey);
    body?.addEventListener("click", onClick);
    return () => {
      body?.removeEventListener("keydown", onKey);
      body?.removeEventListener("click", onClick);
    };
  }, [table]);
  return null;
}
