const names = new Intl.DisplayNames("en-GB", { type: "currency" });

/** A currency in words: "US Dollar". */
export function currencyName(code: string): string {
  return names.of(code) ?? code;
}
