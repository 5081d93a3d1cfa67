import { counted } from "./counted";

const monthsPerYear = 12;
const daysPerMonth = 365.25 / monthsPerYear;

/** How old a thing is: "new today", "1 day old", "5 weeks old", "3 months old", "2 years old". @param days whole, 0 or more */
export function ageWords(days: number): string {
  if (days === 0) return "new today";
  return `${span(days)} old`;
}

function span(days: number): string {
  const months = Math.floor(days / daysPerMonth);
  if (days < 14) return counted(days, "day");
  if (months < 2) return counted(Math.floor(days / 7), "week");
  return months < 2 * monthsPerYear ? counted(months, "month") : counted(Math.floor(months / monthsPerYear), "year");
}
