// Days and moments in words. Of our own, not Intl's: one engine writes "Sept", another "Sep", and what the server wrote the browser
// must find again. A day is a text and a moment a Date, so that neither can be shown as the other.

/** A day of the calendar, "2027-01-15": the same day for every reader, wherever they are. */
export type CalendarDay = string;

const monthNames = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** The name of a month of the year, 1 to 12: "July". */
export function monthName(month: number): string {
  return monthNames[month - 1] ?? "";
}

/** A month of the model's calendar, "2027-01": "January 2027". */
export function formatMonth(month: string): string {
  const [year, place] = month.split("-").map(Number);
  return `${monthName(place ?? 1)} ${year}`;
}

/** The same where there is little room: "Jan 2027". */
export function formatShortMonth(month: string): string {
  const [year, place] = month.split("-").map(Number);
  return `${place === 9 ? "Sept" : monthName(place ?? 1).slice(0, 3)} ${year}`;
}

/** A day: "3 March 2027". */
export function formatDay(day: CalendarDay): string {
  return `${Number(day.slice(8, 10))} ${formatMonth(day.slice(0, 7))}`;
}

const two = (number: number) => String(number).padStart(2, "0");

/** How many months lie between two, "2024-03" and "2027-01": below zero where the second is the earlier. */
export function monthsBetween(from: string, to: string): number {
  const monthsOf = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7));
  return monthsOf(to) - monthsOf(from);
}

/** The day that a moment falls on where this code runs: of the reader in a browser. */
export function localDay(at: Date): CalendarDay {
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

/** The last moment of a day where this code runs. */
export function endOfLocalDay(day: CalendarDay): Date {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return new Date(year, month - 1, date, 23, 59, 59, 999);
}

/** The time zone at a moment, as its distance from UTC: "UTC+1", "UTC−3:30". */
export function formatZone(at: Date): string {
  const ahead = -at.getTimezoneOffset();
  if (ahead === 0) return "UTC";
  const minutes = Math.abs(ahead) % 60;
  const hours = Math.floor(Math.abs(ahead) / 60);
  return `UTC${ahead < 0 ? "\u2212" : "+"}${hours}${minutes === 0 ? "" : `:${two(minutes)}`}`;
}

/** A time of day on the reader's clock: "12:04". */
export function formatTime(at: Date): string {
  return `${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** A time of day with its zone: "12:04 UTC+1". */
export function formatZonedTime(at: Date): string {
  return `${formatTime(at)}\u00a0${formatZone(at)}`;
}

/** A moment on the reader's clock: "3 March 2027, 12:04 UTC+1". */
export function formatMoment(at: Date): string {
  return `${formatDay(localDay(at))}, ${formatZonedTime(at)}`;
}

/** A moment where the reader's zone is not known, of ISO 8601 in UTC: "3 March 2027, 12:04 UTC". */
export function formatMomentInUtc(at: string): string {
  return `${formatDay(at.slice(0, 10))}, ${at.slice(11, 16)}\u00a0UTC`;
}
