/** A finished page as Next hands it over, with the tags that say what it was made from. */
export type Page<Value = unknown> = {
  value: Value;
  madeAt: number;
  cacheControl: unknown;
  tags: readonly string[];
};

type State = {
  /** Most recently used last. */
  pages: Map<string, Page>;
  /** By tag: when it last expired, for pages whose making had begun before. */
  expired: Map<string, number>;
  /** Whether changes reach this process. Without them nothing is kept. */
  hearing: boolean;
};

/** Bounds the memory of one process: a page takes some 60 kB. */
const mostPages = 500;

/** Matches every page. */
const everything = "*";

// Next loads the cache handler as a file of its own and bundles pages and listener: they meet here.
const globals = globalThis as { pieredzePages?: State };
globals.pieredzePages ??= { pages: new Map(), expired: new Map(), hearing: false };
const state = globals.pieredzePages;

/** The page kept under this key, or null where it has to be made. */
export function keptPage(key: string): Page | null {
  const page = state.pages.get(key);
  if (!page) return null;
  state.pages.delete(key);
  if (!state.hearing || earliest("until:", page.tags) <= Date.now()) return null;
  state.pages.set(key, page);
  return page;
}

/**
 * Keeps a page, unless it carries no `read:` tag, or one of its tags expired since its facts were read:
 * then it may already be wrong, and the next reader has it made anew.
 */
export function keepPage(key: string, page: Page): void {
  const readAt = earliest("read:", page.tags);
  const outdated = [everything, ...page.tags].some(
    (tag) => (state.expired.get(tag) ?? Number.NEGATIVE_INFINITY) >= readAt,
  );
  if (!state.hearing || !Number.isFinite(readAt) || outdated) return;
  state.pages.delete(key);
  state.pages.set(key, page);
  const [oldest] = state.pages.keys();
  if (state.pages.size > mostPages && oldest !== undefined) state.pages.delete(oldest);
}

/** Forgets every page that carries one of the tags; `*` forgets all. */
export function expirePages(tags: readonly string[]): void {
  for (const tag of tags) state.expired.set(tag, steadyNow());
  for (const [key, page] of state.pages) {
    if (tags.includes(everything) || page.tags.some((tag) => tags.includes(tag))) {
      state.pages.delete(key);
    }
  }
}

/** Tells whether changes of facts reach this process; pages are kept only while they do. */
export function setHearing(hearing: boolean): void {
  state.hearing = hearing;
  state.expired.clear();
  expirePages([everything]);
}

/** Tag of a page whose facts are read from now on. Ask for it before the first query. */
export const readTag = () => `read:${steadyNow()}`;

/** Tag of a page that says something else from this moment on, though no fact changes. */
export const untilTag = (moment: Date) => `until:${moment.getTime()}`;

/** Tag of a page that answers with this status although it was made like any other. */
export const statusTag = (status: number) => `status:${status}`;

/** Milliseconds that never jump back within this process. */
const steadyNow = () => performance.timeOrigin + performance.now();

/** The earliest time among the tags of this kind; infinity without one. */
function earliest(kind: "read:" | "until:", tags: readonly string[]): number {
  const times = tags.flatMap((tag) =>
    tag.startsWith(kind) ? [Number(tag.slice(kind.length))] : [],
  );
  return Math.min(Number.POSITIVE_INFINITY, ...times);
}
