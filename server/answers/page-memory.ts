import type { CountedUse, PageRead } from "@/lib/web-process/page-reads";
import type { NoncePlaces } from "./nonce-places";

export interface KeptPage {
  readonly reads: readonly PageRead[];
  readonly uses: readonly CountedUse[];
  readonly headers: readonly (readonly [name: string, value: NoncePlaces])[];
  readonly body: NoncePlaces;
  /** Bytes that it takes, about. */
  readonly size: number;
  /** Milliseconds since 1970. */
  readonly until: number;
}

/** Pages by their keys, those that were asked for last. */
export class PageMemory {
  private readonly pages = new Map<string, KeptPage>();
  private size = 0;

  /** @param most bytes of all of them */
  constructor(private readonly most = 32_000_000) {}

  find(key: string): KeptPage | null {
    const page = this.pages.get(key);
    if (page === undefined || page.until <= Date.now()) return null;
    // The one that was asked for last goes last.
    this.pages.delete(key);
    this.pages.set(key, page);
    return page;
  }

  keep(key: string, page: KeptPage): void {
    this.forget(key);
    this.pages.set(key, page);
    this.size += page.size;
    const now = Date.now();
    for (const [each, { until }] of this.pages) if (until <= now || this.size > this.most) this.forget(each);
  }

  forget(key: string): void {
    this.size -= this.pages.get(key)?.size ?? 0;
    this.pages.delete(key);
  }
}
