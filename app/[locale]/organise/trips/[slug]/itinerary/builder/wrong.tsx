import type { Mending } from "./mending.ts";

const errorId = (fieldId: string) => `${fieldId}-error`;

/** What is wrong, at the field that is to be mended. */
export function Wrong({ mending }: { mending: Mending | null }) {
  if (!mending) return null;
  return (
    <p className="error" id={errorId(mending.fieldId)}>
      {mending.problem}
    </p>
  );
}

/** What a field says of itself that is to be mended. */
export const wrong = (mending: Mending | null) =>
  mending ? { "aria-invalid": true as const, "aria-describedby": errorId(mending.fieldId) } : {};
