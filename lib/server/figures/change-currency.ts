import "server-only";
import { convertStated, withAmounts } from "@/lib/draft/figures/follow";
import type { FigureContent, FigureOutcome, LineContent, StatedMoney } from "@/lib/draft/figures/organisation-figure";
import type { CurrencyPart } from "@/lib/draft/model-parts";
import { convertInputs } from "@/lib/model/currency";
import type { InputKey } from "@/lib/model/inputs";
import { convertRow } from "@/lib/model/rows/convert-rows";
import type { LineTable } from "@/lib/model/rows/line-tables";
import type { OrganisationManageAccess } from "@/lib/server/access/organisation";
import type { RequestOrigin } from "@/lib/server/runtime/request";
import { changeBook, writeEach } from "./change-figure";
import type { WrittenFigure } from "./write-figure";

/** A figure of money in another currency, within its bounds there. A new rate of the same currency leaves it as it stands. */
function turnedFigure(key: InputKey, content: FigureContent, to: StatedMoney): FigureContent {
  const { currencyRate: from = to.currencyRate } = content;
  const present = { ...content, currency: to.currency, currencyRate: to.currencyRate };
  if (content.currency === to.currency) return present;
  return withAmounts(present, (amount) => convertInputs({ [key]: amount }, from, to.currencyRate)[key] as number);
}

function turnedLine(table: LineTable, { row, isBegunWith, ...money }: LineContent, to: StatedMoney): LineContent {
  const { currency, currencyRate } = to;
  return { row: convertRow(table, row, 1, convertStated(1, money, to)), isBegunWith, currency, currencyRate };
}

/**
 * Changes the currency in which an organisation states money, or its rate, and turns all figures and lines of money over to it, each as a
 * revision of its own: all of it or nothing.
 */
export function changeFigureCurrency(
  access: OrganisationManageAccess,
  { revision, currency: to }: { revision: number; currency: CurrencyPart },
  origin: RequestOrigin,
): Promise<FigureOutcome> {
  return changeBook(access, async (tx, { figures, lines }): Promise<FigureOutcome> => {
    const turned: WrittenFigure[] = [
      { part: "currency", key: "currency", content: to, revision },
      ...figures
        .filter(({ content }) => content.currency !== undefined)
        .map(({ key, content, revision }) => ({
          part: "inputs" as const,
          key,
          content: turnedFigure(key, content, to),
          revision,
        })),
      ...lines.map(({ table, key, content, revision }) => ({
        part: table,
        key,
        content: turnedLine(table, content, to),
        revision,
      })),
    ];
    await writeEach(tx, access, turned, origin);
    return { ok: true, revision: revision + 1 };
  });
}
