/** What we use of negotiator 1, for which there are no types: those of DefinitelyTyped are of version 0.6. */
declare module "negotiator" {
  export default class Negotiator {
    constructor(request: { headers: Record<string, string | string[] | undefined> });
    /** The one of these that Accept-Encoding wants most. */
    encoding(available: readonly string[]): string | undefined;
    /** The languages of Accept-Language, the most wanted first. */
    languages(): string[];
  }
}
