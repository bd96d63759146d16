/**
 * The patterns that a text has to match all, one per word of a search. A longer word goes without its ending,
 * since names stand in several cases ("livani" finds Līvānu novads); signs of the pattern stand for themselves.
 */
export function soughtParts(search: string | undefined): string[] {
  const words = search?.split(/\s+/).filter(Boolean) ?? [];
  return words.map((word) => {
    const stem = word.length > 4 ? word.replace(/[aeiouāēīūs]$/i, "") : word;
    return `%${stem.replace(/[\\%_]/g, "\\$&")}%`;
  });
}
