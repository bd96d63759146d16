/** A measured value beside its floor from the same run. */
export type Figure = {
  name: string;
  unit: string;
  value: number;
  floor: number;
  /** Of value to floor. */
  aim?: { atLeast: number } | { atMost: number };
};

/** Whether the ratio of value to floor is as good as was aimed for. */
export function isMet({ value, floor, aim }: Figure): boolean {
  if (!aim) return true;
  return "atLeast" in aim ? value / floor >= aim.atLeast : value / floor <= aim.atMost;
}
