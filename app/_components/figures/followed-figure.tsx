import { figureFor, isTaken, newerFigures, type OfferedFigure } from "@/lib/draft/figures/follow";
import type { Follows } from "@/lib/draft/model";
import { type InputKey, input } from "@/lib/model/inputs";
import { formatDay } from "@/lib/value/calendar";
import { describeInput } from "@/lib/value/describe-input";
import { followsWords } from "@/lib/value/follows-words";
import styles from "./figures.module.css";
import { useFigures } from "./figures-context";

interface FollowedFigureProps {
  inputKey: InputKey;
  value: number | string;
  follows: Follows | undefined;
}

/** Beside an input: the organisation's figure that it follows, or that it could be. Nothing where there is none. */
export function FollowedFigure({ inputKey, value, follows }: FollowedFigureProps) {
  const figures = useFigures();
  const offered = figures?.of(inputKey);
  const isFollowed = isTaken(follows, value);
  if (figures === null || offered === undefined || offered.id !== (follows?.figure ?? offered.id))
    return isFollowed && follows ? <p className={styles.followed}>{capital(followsWords(follows))}</p> : null;
  const isNewer = newerFigures(figures.draft, [offered]).length > 0;
  const words = isNewer ? "Take it" : follows ? "Follow again" : "Use it";
  return (
    <p className={styles.followed}>
      {isFollowed && follows ? capital(followsWords(follows)) : null}
      {isFollowed && isNewer ? "; now " : isFollowed ? null : "Organisation’s figure: "}
      {isFollowed && !isNewer ? null : (
        <>
          {figureWords(offered, figures.draft)}, {formatDay(offered.on)}{" "}
          {figures.take === null ? null : (
            <button
              type="button"
              className={styles.take}
              aria-label={`${words}: the organisation’s figure for ${input[inputKey].label}`}
              onClick={() => figures.take?.([offered])}
            >
              {words}
            </button>
          )}
        </>
      )}
    </p>
  );
}

/** "5,060 EUR", in the currency of a draft. */
export function figureWords(figure: OfferedFigure, draft: Parameters<typeof figureFor>[2]): string {
  const { value } = figureFor(figure.key, figure.content, draft);
  const converted = figure.content.currency !== undefined && figure.content.currency !== draft.currency;
  const from = converted ? ` (stated in ${figure.content.currency})` : "";
  return `${describeInput(input[figure.key], value, draft.currency)}${from}`;
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
