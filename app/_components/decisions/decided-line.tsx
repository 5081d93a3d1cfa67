import { Link } from "@/app/_components/ui/link";
import type { Decided } from "@/lib/draft/model";
import { routes } from "@/lib/routes";
import { architectureName, dayOf, decidedWords } from "@/lib/value/decided-words";

interface DecidedLineProps {
  modelId: string;
  decided: Decided;
  /** In a column that says what it is. */
  isBrief?: boolean;
}

/** "Decided on 3 March 2027: own servers", which leads to the record. */
export function DecidedLine({ modelId, decided, isBrief = false }: DecidedLineProps) {
  const { number, architecture, at } = decided;
  return (
    <Link href={routes.decisionRecord(modelId, number)}>
      {isBrief ? `${architectureName(architecture)}, ${dayOf(at)}` : decidedWords(decided)}
    </Link>
  );
}
