import { Group } from "@mantine/core";
import { Link } from "@/app/_components/ui/link";
import { RecordTable, SmallLine } from "@/app/_components/ui/records/record-table";
import { RowButton } from "@/app/_components/ui/records/row-button";
import { SourceText } from "@/app/_components/ui/source-text";
import {
  type Follower,
  figureDay,
  isDueForReview,
  type OrganisationFigure,
} from "@/lib/draft/figures/organisation-figure";
import { type InputKey, input } from "@/lib/model/inputs";
import { routes } from "@/lib/routes";
import { type CalendarDay, formatDay } from "@/lib/value/calendar";
import { inputName } from "@/lib/value/input-name";
import { evidenceWords } from "@/lib/value/range-words";
import { rangeWords, valueWords } from "./figure-words";
import styles from "./figures.module.css";

interface FigureTableProps {
  figures: readonly OrganisationFigure[];
  followers: readonly Follower[];
  today: CalendarDay;
  /** Null where the reader may not. */
  onEdit: ((key: InputKey) => void) | null;
  onHistory: (figure: OrganisationFigure) => void;
}

/** Figures below each other: what is stated, on what it rests, who answers for it, and which models follow it. */
export function FigureTable({ figures, followers, today, onEdit, onHistory }: FigureTableProps) {
  return (
    <RecordTable
      label="Table of figures"
      rows={figures}
      isWide
      columns={[
        { head: "Input", cell: ({ key, content }) => <Name inputKey={key} note={content.note} /> },
        {
          head: "Figure",
          cell: ({ key, content }) => (
            <>
              <span className={styles.value}>{valueWords(key, content)}</span>
              {content.low === undefined ? null : <SmallLine>{rangeWords(key, content)}</SmallLine>}
            </>
          ),
        },
        {
          head: "Rests on",
          cell: ({ content: { evidence, source } }) => (
            <>
              {evidence === undefined ? (source === undefined ? "–" : null) : evidenceWords[evidence]}
              {source === undefined ? null : (
                <SmallLine>
                  <SourceText text={source} isOwn />
                </SmallLine>
              )}
            </>
          ),
        },
        {
          head: "Valid from",
          cell: (figure) => (
            <>
              {formatDay(figureDay(figure))}
              <Review reviewBy={figure.content.reviewBy} isDue={isDueForReview(figure.content, today)} />
            </>
          ),
        },
        { head: "Owner", cell: ({ content }) => content.owner ?? "–" },
        {
          head: "Followed by",
          cell: ({ id }) => <Followers followers={followers.filter(({ figure }) => figure === id)} />,
        },
      ]}
      action={(figure) => (
        <Group gap={4} justify="flex-end" wrap="nowrap">
          {onEdit === null ? null : (
            <RowButton
              words="Edit"
              of={inputName(input[figure.key])}
              isDisabled={false}
              onClick={() => onEdit(figure.key)}
            />
          )}
          <RowButton
            words="History"
            of={`of ${inputName(input[figure.key])}`}
            isDisabled={false}
            onClick={() => onHistory(figure)}
          />
        </Group>
      )}
    />
  );
}

function Name({ inputKey, note }: { inputKey: InputKey; note: string | undefined }) {
  return (
    <>
      {inputName(input[inputKey])}
      {note === undefined ? null : <SmallLine>{note}</SmallLine>}
    </>
  );
}

function Review({ reviewBy, isDue }: { reviewBy: CalendarDay | undefined; isDue: boolean }) {
  if (reviewBy === undefined) return null;
  return (
    <SmallLine>
      {isDue ? (
        <strong className={styles.due}>due for review since {formatDay(reviewBy)}</strong>
      ) : (
        `review by ${formatDay(reviewBy)}`
      )}
    </SmallLine>
  );
}

/** The models, each with a link; those that follow an earlier revision first and named as such. */
function Followers({ followers }: { followers: readonly Follower[] }) {
  if (followers.length === 0) return "–";
  const older = followers.filter(({ isOlder }) => isOlder).length;
  const words = followers.length === 1 ? "1 model" : `${followers.length} models`;
  return (
    <details>
      <summary className={styles.summary}>
        {words}
        {older > 0 ? `, ${older} older` : ""}
      </summary>
      <ul className={styles.followers}>
        {followers
          .toSorted((one, other) => Number(other.isOlder) - Number(one.isOlder))
          .map(({ modelId, name, isOlder }) => (
            <li key={modelId}>
              <Link href={routes.assumptions(modelId)}>{name}</Link>
              {isOlder ? " (older)" : ""}
            </li>
          ))}
      </ul>
    </details>
  );
}
