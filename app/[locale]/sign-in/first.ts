/** The first value of a query's name, which may stand there several times or not at all. */
export const first = (value: string | string[] | undefined): string | undefined =>
  Array.isArray(value) ? value[0] : value;
