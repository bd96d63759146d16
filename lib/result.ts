/** An expected refusal is a value with its reason; exceptions are for surprises. */
export type Result<Value, Reason> =
  | ({ ok: true } & Value)
  | { ok: false; reason: Reason; detail?: Record<string, string | number> };

/**
 * The first reason per field of a failed parse, `{ "title.lv": "titleMissing" }`. Lists are named as a whole,
 * since a form has one place for what is wrong with a list.
 */
export function fieldReasons(
  issues: readonly { path: readonly PropertyKey[]; message: string }[],
): Record<string, string> {
  const reasons: Record<string, string> = {};
  for (const { path, message } of issues) {
    const list = path.findIndex((part) => typeof part === "number");
    const field = path.slice(0, list < 0 ? undefined : list).join(".");
    reasons[field] ??= message;
  }
  return reasons;
}
