/** Statements that ran together in one transaction, and what came of them. */
export interface PageRead {
  readonly statements: readonly {
    readonly text: string;
    readonly values: readonly unknown[];
    readonly name: string;
  }[];
  /** SHA-256 of the rows. */
  readonly digest: string;
}

/** One use of what may be used so often in a time. */
export interface CountedUse {
  /** What is used. */
  what: string;
  /** By whom, or from where. */
  key: string;
  points: number;
  seconds: number;
}

/** What a page was drawn from: the web process listens while it is drawn, and those that read say what they read. */
export interface PageReads {
  readonly reads: PageRead[];
  /** What was counted while it was drawn, and is to be counted again each time it is given. */
  readonly uses: CountedUse[];
  /** Whether the page says of itself that it follows from its request and from what it reads. */
  isKept: boolean;
  /** Whether something went into it that is not read again by `reads`, or was done besides. */
  isSpoilt: boolean;
  /** Until when it may be given, where it reads the same again: milliseconds since 1970. */
  until: number;
}
