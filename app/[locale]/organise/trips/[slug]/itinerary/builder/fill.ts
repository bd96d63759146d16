/** Puts words into the places of a text: `{title}` → what `title` is. */
export const fill = (text: string, words: Record<string, string | number>) =>
  text.replace(/\{(\w+)\}/g, (place, name: string) => String(words[name] ?? place));
