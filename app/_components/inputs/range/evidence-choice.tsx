import { SegmentedControl } from "@mantine/core";
import type { ModelChange } from "@/app/_components/document/model-kind";
import type { InputNote } from "@/lib/draft/model";
import { notePlace } from "@/lib/draft/place";
import type { InputKey } from "@/lib/model/inputs";
import type { NumberInput } from "@/lib/model/inputs/declaration";
import { type Evidence, evidenceKinds } from "@/lib/model/spread/own-range";
import { evidenceWords } from "@/lib/value/range-words";

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

/** From the least that is known to the most. */
const evidenceOptions = [...evidenceKinds]
  .reverse()
  .map((kind) => ({ value: kind, label: capital(evidenceWords[kind]) }));

interface EvidenceChoiceProps {
  input: NumberInput;
  given: InputNote | undefined;
  onChange: (change: ModelChange) => void;
}

/** How a figure is known. */
export function EvidenceChoice({ input, given, onChange }: EvidenceChoiceProps) {
  const place = notePlace(input.key as InputKey, "evidence");
  return (
    <SegmentedControl
      size="xs"
      fullWidth
      aria-label={`Evidence for ${input.label}`}
      data={[{ value: "default", label: "Default" }, ...evidenceOptions]}
      value={given?.evidence ?? "default"}
      onChange={(chosen) =>
        onChange({ kind: "put", place, value: chosen === "default" ? undefined : (chosen as Evidence) })
      }
    />
  );
}
