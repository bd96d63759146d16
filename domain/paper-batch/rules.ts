/** Batches begun before this moment are deleted: they are kept for a week. */
export const keptBefore = (now: Date): Date => new Date(now.getTime() - 7 * 86_400_000);
