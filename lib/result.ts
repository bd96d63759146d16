/** An expected refusal is a value with its reason; exceptions are for surprises. */
export type Result<Value, Reason> =
  | ({ ok: true } & Value)
  | { ok: false; reason: Reason; detail?: Record<string, string | number> };
