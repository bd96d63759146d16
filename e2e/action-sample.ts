/** What a form sends: where it stands, what is bound to its action, and its fields. */
export type ActionSample = {
  page: string;
  bound: unknown[];
  fields: Record<string, string>;
};

export const sample = (
  page: string,
  bound: unknown[],
  fields: Record<string, string> = { sent: "yes" },
): ActionSample => ({ page, bound, fields });

export const person = {
  givenName: "Anna",
  familyName: "Bērziņa",
  phone: "20 123 456",
  position: "juriste",
  locale: "lv",
};
