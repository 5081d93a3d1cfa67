import { monthName } from "@/lib/value/calendar";

/** What a cell says as a date: a text of ISO 8601, or why it says none. */
export type FileDate = { ok: true; text: string } | { ok: false; message: string };

const longest = 40;
const tongues = ["en", "de", "fr", "es", "it", "nl", "pt"];

/** The months by their names, long and short, in the languages above. */
const monthsByName = new Map(
  tongues.flatMap((tongue) =>
    (["long", "short"] as const).flatMap((month) => {
      const format = new Intl.DateTimeFormat(tongue, { month, timeZone: "UTC" });
      return Array.from(
        { length: 12 },
        (_, place) =>
          [
            format
              .format(Date.UTC(2027, place, 1))
              .toLowerCase()
              .replaceAll(".", ""),
            place + 1,
          ] as const,
      );
    }),
  ),
);

const monthOf = (name: string) => monthsByName.get(name.toLowerCase().replaceAll(".", ""));
const two = (value: number) => String(value).padStart(2, "0");
const refuse = (message: string): FileDate => ({ ok: false, message });

/** The day as "2027-01-15"; undefined where the calendar has none. */
function dayText(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  const isReal = year >= 1000 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isReal ? `${year}-${two(month)}-${two(day)}` : undefined;
}

/** Every day that a text could mean. */
function daysOf(text: string): string[] {
  const found = (...days: (string | undefined)[]) => [...new Set(days.filter((day) => day !== undefined))];
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})\.?(?:[T ]00:00(?::00)?(?:\.0+)?Z?)?$/.exec(text);
  if (iso) return found(dayText(Number(iso[1]), Number(iso[2]), Number(iso[3])));
  const dots = /^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})\.?$/.exec(text);
  // Where points part a date, the day comes first.
  if (dots) return found(dayText(Number(dots[3]), Number(dots[2]), Number(dots[1])));
  const lines = /^(\d{1,2})[-/](\d{1,2})[-/](\d{4})$/.exec(text);
  if (lines) {
    const [first, second, year] = lines.slice(1).map(Number) as [number, number, number];
    return found(dayText(year, first, second), dayText(year, second, first));
  }
  const named =
    /^(\d{1,2})[. -]+(\p{L}+\.?)[ -]+(\d{4})$/u.exec(text) ?? /^(\p{L}+\.?) (\d{1,2}),? (\d{4})$/u.exec(text);
  const month = monthOf(named?.[1] ?? "") ?? monthOf(named?.[2] ?? "");
  const day = Number(/^\d/.test(named?.[1] ?? "") ? named?.[1] : named?.[2]);
  return month === undefined ? [] : found(dayText(Number(named?.[3]), month, day));
}

/** Reads a day, also as a spreadsheet rewrites one: "15.01.2027", "1/15/2027". What could be two days is explained. */
export function readFileDay(cell: string): FileDate {
  const text = cell.trim();
  const [day, other] = text.length > longest ? [] : daysOf(text);
  if (day === undefined)
    return refuse(`“${text.slice(0, longest)}” cannot be read as one day. Write it as 2027-01-15.`);
  if (other !== undefined) return refuse(`“${text}” could be ${day} or ${other}. Write the one that is meant.`);
  return { ok: true, text: day };
}

/** A month that a text names without a day: "2027-01", "01/2027", "Jan 2027", "Jan-45". */
function namedMonth(text: string): FileDate | undefined {
  const [, year, month] = /^(\d{4})[-/.](\d{1,2})$/.exec(text) ?? [];
  if (year !== undefined) return { ok: true, text: `${year}-${two(Number(month))}` };
  const [, first, then] = /^(\d{1,2})[-/.](\d{4})$/.exec(text) ?? [];
  if (first !== undefined) return { ok: true, text: `${then}-${two(Number(first))}` };
  const [, name = "", number = ""] = /^(\p{L}+\.?)[ -]+(\d{4}|\d{2})$/u.exec(text) ?? [];
  const [, day = "", ofMonth = ""] = /^(\d{1,2})[. -]+(\p{L}+\.?)$/u.exec(text) ?? [];
  const named = monthOf(name) ?? monthOf(ofMonth);
  if (named === undefined) return undefined;
  if (number.length === 4) return { ok: true, text: `${number}-${two(named)}` };
  const digits = number || day;
  const year2 = `20${digits.padStart(2, "0")}-${two(named)}`;
  // What the calendar has no such day for is a year.
  if (dayText(2028, named, Number(digits)) === undefined) return { ok: true, text: year2 };
  const inEnglish = monthName(named);
  return refuse(
    `“${text}” could be ${Number(digits)} ${inEnglish} or ${inEnglish} 20${digits.padStart(2, "0")}. Write the month as ${year2}.`,
  );
}

/** Reads a month, also as a spreadsheet rewrites one: as the first day of it, in any order, or by its name and year. */
export function readFileMonth(cell: string): FileDate {
  const text = cell.trim();
  if (text.length > longest)
    return refuse(`“${text.slice(0, longest)}” cannot be read as a month. Write it as 2027-01.`);
  const named = namedMonth(text);
  if (named) return named;
  const days = daysOf(text);
  // A spreadsheet makes of a month its first day: of what 2/1/2027 could be, only 1 February is one.
  const [first, other] = days.filter((day) => day.endsWith("-01"));
  if (first !== undefined && other === undefined) return { ok: true, text: first.slice(0, 7) };
  if (days.length > 0) {
    return refuse(
      `“${text}” is a day and not a month. Write the month as ${days.map((day) => day.slice(0, 7)).join(" or ")}.`,
    );
  }
  return refuse(`“${text}” cannot be read as a month. Write it as 2027-01.`);
}
