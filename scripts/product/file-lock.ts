import { DatabaseSync } from "node:sqlite";

/**
 * Takes a lock that the system lets go however the process ends: SQLite has one on every platform.
 * Null when another process holds it.
 */
export function lockFile(path: string): { release: () => void } | null {
  const lock = new DatabaseSync(path, { timeout: 0 });
  try {
    lock.exec("pragma journal_mode = off; begin exclusive");
  } catch (error) {
    lock.close();
    if (/locked/.test((error as Error).message)) return null;
    throw error;
  }
  return { release: () => lock.close() };
}
