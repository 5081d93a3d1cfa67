import type { ReactNode } from "react";
import type { OpenConflict } from "@/app/_components/document/document-state";
import type { ModelChange } from "@/app/_components/document/model-kind";
import type { InputNote } from "@/lib/draft/model";
import type { InputDeclaration } from "@/lib/model/inputs/declaration";

/** What every kind of field is given, whatever its values. */
export interface SharedFieldProps {
  isChanged: boolean;
  /** Where Reset goes: the template's value, else the default. Where the template states none, the two are one. */
  start: number | string;
  isOfTemplate: boolean;
  fault: string | undefined;
  readOnly: boolean;
  templateBasis: string | undefined;
  note: InputNote | undefined;
  /** Goes up when values change by other than typing. */
  version: number;
  /** The same for what is noted beside it. */
  noteVersion?: number;
  /** What another person set while it was being changed here. */
  conflict?: OpenConflict | undefined;
  currency: string;
  /** "unfolded" shows at once all that is known of it; "brief" is one line, for an input that stands in its group as well. */
  layout?: "unfolded" | "brief" | undefined;
  onChange: (change: ModelChange) => void;
}

export interface FieldFrameProps extends SharedFieldProps {
  id: string;
  input: InputDeclaration;
  bounds?: string;
  value: number | string;
  /** The value in other words. */
  hint: string | null;
  /** Its usual range, where it lies outside. */
  unusual?: string | null;
  /** A further control below the first; null keeps the room for what may be wrong with what is typed. */
  below?: ReactNode | undefined;
  /** Its range and its evidence, among what is said of the input; made only while that is open. */
  range?: () => ReactNode;
  children: ReactNode;
}
