"use client";

import { newRowId } from "@/app/_components/document/new-row-id";
import fields from "@/app/_components/inputs/fields.module.css";
import { rowPlace } from "@/lib/draft/place";
import { builtInRoles, roleSalaries } from "@/lib/model/rows/built-in-roles";
import { mostRows } from "@/lib/model/rows/fields";
import type { PartProps } from "./part-props";
import styles from "./rows.module.css";

/** Offers to write the four roles of the model out as lines that can be changed, at the same cost. */
export function BuiltInRoles({
  inputs,
  rows,
  readOnly,
  onChange,
}: Pick<PartProps, "inputs" | "rows" | "readOnly" | "onChange">) {
  if (readOnly || roleSalaries.every((key) => inputs[key] === 0)) return null;
  const roles = builtInRoles(inputs);
  const hasRoom = rows.staffLines.length + roles.staffLines.length <= mostRows.staffLines;
  return (
    <p className={styles.words} data-off-paper>
      The model has four roles of its own: operations, support, engineering and security.{" "}
      <button
        type="button"
        className={fields.action}
        disabled={!hasRoom}
        onClick={() =>
          onChange({
            kind: "rows",
            label: "the built-in roles as lines",
            rows: roles.staffLines.map((line) => ({
              place: rowPlace("staffLines", { id: newRowId() }),
              value: line,
            })),
            values: roles.inputs,
          })
        }
      >
        Replace the built-in roles by lines
      </button>{" "}
      They cost the same until you change them, and the four salaries become 0.
    </p>
  );
}
