import type { ComponentProps } from "react";

export type Option = { value: string; label: string; group?: string };

type SelectProps = ComponentProps<"select"> & {
  /** In the order in which they are shown; those of a group stand together. */
  options: readonly Option[];
  /** What stands there before anything is chosen; left out where something always is. */
  empty?: string;
};

/** A native list to choose one from. */
export function Select({ options, empty, ...control }: SelectProps) {
  return (
    <select {...control}>
      {empty === undefined ? null : <option value="">{empty}</option>}
      {[...Map.groupBy(options, ({ group }) => group ?? "")].map(([group, members]) => {
        const shown = members.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ));
        return group ? (
          <optgroup key={group} label={group}>
            {shown}
          </optgroup>
        ) : (
          shown
        );
      })}
    </select>
  );
}
