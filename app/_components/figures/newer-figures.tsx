import { Button } from "@mantine/core";
import { useDeferredValue, useMemo } from "react";
import { workedOut } from "@/app/_components/document/then-and-now";
import cards from "@/app/_components/ui/card-table.module.css";
import table from "@/app/_components/ui/figure-table.module.css";
import { Link } from "@/app/_components/ui/link";
import { Notice } from "@/app/_components/ui/notice";
import lists from "@/app/_components/ui/page/answers-list.module.css";
import { Scroller } from "@/app/_components/ui/page/scroller";
import { TableHead } from "@/app/_components/ui/records/table-head";
import { newerFigures, type OfferedFigure, takenFigure } from "@/lib/draft/figures/follow";
import { withFiguresTaken } from "@/lib/draft/figures/take-figures";
import { changedInputs } from "@/lib/draft/inputs";
import type { InputNote, ModelDraft } from "@/lib/draft/model";
import { completeInputs } from "@/lib/model/currency";
import { input } from "@/lib/model/inputs";
import { routes } from "@/lib/routes";
import { type CalendarDay, formatDay } from "@/lib/value/calendar";
import { describeInput } from "@/lib/value/describe-input";
import { inputName } from "@/lib/value/input-name";
import { describeRange, evidenceWords } from "@/lib/value/range-words";
import styles from "./figures.module.css";
import { useFigures } from "./figures-context";
import { figureWords } from "./followed-figure";

const inModel = "In this model";
const stated = "Organisation’s figure";

const title = (many: number) =>
  many === 1 ? "1 of the organisation’s figures is newer" : `${many} of the organisation’s figures are newer`;

/** The figures that the open model follows an earlier revision of. */
function useNewer(): readonly OfferedFigure[] {
  const figures = useFigures();
  return useMemo(() => (figures === null ? [] : newerFigures(figures.draft, figures.figures)), [figures]);
}

/** One line on the answer's page: how many are newer, and where that is told. */
export function NewerFiguresLine({ modelId }: { modelId: string }) {
  const newer = useNewer();
  if (newer.length === 0) return null;
  return (
    <p className={styles.line} data-off-paper>
      {title(newer.length)} than this model’s. <Link href={routes.assumptions(modelId)}>See what would change</Link>
    </p>
  );
}

/** Which figures are newer, from what to what, what the answer would be with them, and buttons that take one or all. */
export function NewerFigures() {
  const figures = useFigures();
  const newer = useDeferredValue(useNewer());
  if (figures === null || newer.length === 0) return null;
  const { draft, take } = figures;
  return (
    <Notice tone="plain" title={title(newer.length)}>
      <p data-off-paper>
        Nothing changes until {take === null ? "an editor of the model takes them" : "you take them"}; what stands now
        stays in the history.
      </p>
      <Answers draft={draft} newer={newer} />
      <Scroller label="Newer figures of the organisation">
        <table
          className={`${table.table} ${cards.cards} ${styles.table}`}
          aria-label="Newer figures of the organisation"
        >
          <TableHead names={["Input", inModel, stated, ...(take === null ? [] : [null])]} />
          <tbody>
            {newer.map((figure) => (
              <tr key={figure.id}>
                <th scope="row">{inputName(input[figure.key])}</th>
                <td data-label={inModel}>
                  {presentWords(figure, draft)}
                  <Spread
                    of={besideNow(figure, draft)}
                    unlike={takenFigure(draft, figure).beside}
                    {...{ figure, draft }}
                  />
                  <Day on={draft.notes[figure.key]?.follows?.on} />
                </td>
                <td data-label={stated}>
                  {figureWords(figure, draft)}
                  <Spread
                    of={takenFigure(draft, figure).beside}
                    unlike={besideNow(figure, draft)}
                    {...{ figure, draft }}
                  />
                  <Day on={figure.on} />
                </td>
                {take === null ? null : (
                  <td className={cards.wide}>
                    <Button
                      size="compact-xs"
                      variant="default"
                      aria-label={`Take ${inputName(input[figure.key])}`}
                      onClick={() => take([figure])}
                    >
                      Take
                    </Button>
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroller>
      {take === null || newer.length === 1 ? null : (
        <div>
          <Button size="compact-sm" onClick={() => take(newer)}>
            Take all {newer.length}
          </Button>
        </div>
      )}
    </Notice>
  );
}

function presentWords({ key }: OfferedFigure, { inputs, currencyRate, currency }: ModelDraft): string {
  return describeInput(input[key], completeInputs(inputs, currencyRate)[key], currency);
}

/** How far a value is known, and how that is known. */
type Known = { readonly [F in "range" | "evidence"]?: InputNote[F] | undefined };

const besideNow = ({ key }: OfferedFigure, { notes }: ModelDraft): Known => notes[key] ?? {};

interface SpreadProps {
  of: Known;
  /** The other of the two. */
  unlike: Known;
  figure: OfferedFigure;
  draft: ModelDraft;
}

/** The range and the evidence of a figure below it, where the other has others: a figure may be newer in these alone. */
function Spread({ of, unlike, figure: { key }, draft: { currency } }: SpreadProps) {
  const words = ({ range, evidence }: Known) => [
    range === undefined ? "no range of its own" : describeRange(input[key], range, currency),
    evidence === undefined ? "no evidence stated" : evidenceWords[evidence],
  ];
  const others = words(unlike);
  return words(of)
    .filter((text, place) => text !== others[place])
    .map((text) => (
      <small key={text} className={styles.beside}>
        {text}
      </small>
    ));
}

/** The day of a figure, below it. */
function Day({ on }: { on: CalendarDay | undefined }) {
  return on === undefined ? null : <small className={styles.day}>{formatDay(on)}</small>;
}

/** What the model says now, and what it would say. */
function Answers({ draft, newer }: { draft: ModelDraft; newer: readonly OfferedFigure[] }) {
  const [now, next] = useMemo(() => {
    const taken = withFiguresTaken(draft, newer);
    const listed = { ...taken, inputs: changedInputs(taken.inputs, taken.currencyRate) };
    return [workedOut(draft).answer, workedOut(listed).answer];
  }, [draft, newer]);
  return (
    <dl className={lists.answers}>
      <dt>Now</dt>
      <dd>{now}</dd>
      <dt>With {newer.length === 1 ? "it" : `all ${newer.length}`}</dt>
      <dd>{next === now ? "The same answer." : next}</dd>
    </dl>
  );
}
