import { Children, type ReactNode } from "react";

/** The head of a table: what each column holds; null where a column needs no name. */
export function TableHead({ names }: { names: readonly ReactNode[] }) {
  return (
    <thead>
      <tr>{Children.map(names, (name) => (name === null ? <td /> : <th scope="col">{name}</th>))}</tr>
    </thead>
  );
}
