import type { ModelChange } from "@/app/_components/document/model-kind";
import fields from "@/app/_components/inputs/fields.module.css";
import { Notice } from "@/app/_components/ui/notice";

/** Says of machines that count nowhere what would make them count. */
export function RegisterWaits({ readOnly, onChange }: { readOnly: boolean; onChange: (change: ModelChange) => void }) {
  return (
    <Notice tone="look">
      <p>
        These machines wait: they count once “What runs today” is own servers or hybrid.{" "}
        {readOnly ? null : (
          <button
            type="button"
            className={fields.action}
            onClick={() => onChange({ kind: "set", values: { currentArchitecture: "onPremises" } })}
          >
            Own servers run today
          </button>
        )}
      </p>
    </Notice>
  );
}
