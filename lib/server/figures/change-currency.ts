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
import { changeBook } from "./change-figure";
import { FigureChanged, writeFigure } from "./write-figure";

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
    const outcome = await writeFigure(tx, access, { part: "currency", key: "currency", content: to, revision }, origin);
    if (!outcome.ok) return outcome;
    for (const { key, content, revision } of figures) {
      if (content.currency === undefined) continue;
      await turn({ part: "inputs", key, content: turnedFigure(key, content, to), revision });
    }
    for (const { table, key, content, revision } of lines) {
      await turn({ part: table, key, content: turnedLine(table, content, to), revision });
    }
    return outcome;

    async function turn(figure: Parameters<typeof writeFigure>[2]) {
      const turned = await writeFigure(tx, access, figure, origin);
      if (!turned.ok) throw new FigureChanged();
    }
  });
}
