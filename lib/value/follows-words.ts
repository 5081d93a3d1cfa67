import { type CalendarDay, formatDay } from "./calendar";

/** "organisation’s figure, 3 March 2027". */
export function followsWords({ on }: { on: CalendarDay }): string {
  return `organisation’s figure, ${formatDay(on)}`;
}
