/** What a page asks its worker. A newer run makes the ones before it stale. */
export interface Asked<Question> {
  readonly run: number;
  readonly question: Question;
}

export interface Replied<Reply> {
  readonly run: number;
  readonly reply: Reply;
}
