"use client";

import { useEffect } from "react";
import { forgetTyping } from "./kept-typing.ts";

/** On a page that shows the answer: what was typed to get it is no longer needed in this tab. */
export function ForgetTyping({ storageKey }: { storageKey: string }) {
  useEffect(() => forgetTyping(storageKey), [storageKey]);
  return null;
}
