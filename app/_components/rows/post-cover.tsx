import { coverOf } from "@/lib/analysis/rows/cover";
import type { Inputs } from "@/lib/model/inputs";
import { counted } from "@/lib/value/counted";
import { formatNumber, formatPercent, toDigits } from "@/lib/value/format";
import styles from "./post-cover.module.css";

const short = (value: number) => formatNumber(toDigits(value, 3));

/** How many people a post takes that is covered day and night: a week of 168 hours, cut into the weeks of single people. */
export function PostCover({ inputs }: { inputs: Inputs }) {
  const { posts, hoursOfAPost, hoursPerWeek, absenceShare, hoursThere, ofAPost, inAll } = coverOf(inputs);
  const people = Math.ceil(ofAPost - 1e-9);
  return (
    <figure className={styles.cover}>
      <div
        className={styles.week}
        role="img"
        aria-label={`${counted(ofAPost, "person", "people", short(ofAPost))} ${short(ofAPost) === "1" ? "covers" : "cover"} a week of ${hoursOfAPost} hours`}
      >
        {Array.from({ length: people }, (_, place) => (
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: one person is like the next.
            key={place}
            className={styles.person}
            style={{ flexGrow: Math.min(1, ofAPost - place) }}
          />
        ))}
      </div>
      <figcaption>
        A post that is covered round the clock has {hoursOfAPost} hours a week. One person is paid for{" "}
        {short(hoursPerWeek)} and away for {formatPercent(absenceShare)} of them, so is there for {short(hoursThere)}:
        one post takes {counted(ofAPost, "person", "people", short(ofAPost))}
        {postsWords(posts, inAll)}
      </figcaption>
    </figure>
  );
}

function postsWords(posts: number, inAll: number): string {
  if (posts === 0) return ". No post is covered so now.";
  return posts === 1 ? "." : `, and ${short(posts)} posts take ${short(inAll)}.`;
}
