import { hoursInAWeek } from "@/lib/model/constants";
import { evaluateAside } from "@/lib/model/evaluate";
import type { Inputs } from "@/lib/model/inputs";
import { noRows } from "@/lib/model/rows/own-rows";
import { cover } from "@/lib/model/sections/staff";

/** How many people a post takes that is covered day and night, and why (model.md section 8). */
export interface Cover {
  /** Posts that are covered. */
  readonly posts: number;
  /** A post's hours in a week: 24 times 7. */
  readonly hoursOfAPost: number;
  /** The hours that one person is paid for in a week, and the share of them that is holiday, illness and training. */
  readonly hoursPerWeek: number;
  readonly absenceShare: number;
  /** The hours in a week that one person is there. */
  readonly hoursThere: number;
  /** FTE that one post takes, and that all of them do. */
  readonly ofAPost: number;
  readonly inAll: number;
}

export function coverOf(inputs: Inputs): Cover {
  const { coveredPosts: posts, hoursPerWeek, absenceShare } = inputs;
  const fte = (coveredPosts: number) =>
    evaluateAside([cover], { ...inputs, coveredPosts }, noRows).values(cover)[0] as number;
  const ofAPost = fte(1);
  return {
    ...{ posts, hoursPerWeek, absenceShare, ofAPost },
    hoursOfAPost: hoursInAWeek,
    hoursThere: hoursInAWeek / ofAPost,
    inAll: fte(posts),
  };
}
