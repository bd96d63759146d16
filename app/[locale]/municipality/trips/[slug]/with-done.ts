/** The address with what was done, for the page's notice; it may have a query already. */
export const withDone = (address: string, done: string) =>
  `${address}${address.includes("?") ? "&" : "?"}done=${done}`;
