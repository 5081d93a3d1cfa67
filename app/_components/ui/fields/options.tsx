interface OptionsProps<T> {
  of: readonly T[];
  name: (value: T) => string;
}

/** The choices of a select, each with its name. */
export function Options<T extends string | number>({ of, name }: OptionsProps<T>) {
  return of.map((value) => (
    <option key={value} value={value}>
      {name(value)}
    </option>
  ));
}
