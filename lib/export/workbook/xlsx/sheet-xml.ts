import { type Cell, type Condition, columnName, type Sheet, type Validation } from "./cell";
import { conditionId, type Styles } from "./styles";
import { cellText, declaration, escapeXml, relationshipNamespace, spreadsheetNamespace } from "./xml";

const tabs = { answer: "FF24505C", input: "FFE0B93C", check: "FF3C7D43" };

function cellXml(at: string, { value, formula, look }: Cell, styles: Styles): string {
  const style = styles.id(look);
  const head = `<c r="${at}"${style === 0 ? "" : ` s="${style}"`}`;
  if (formula === undefined) {
    if (value === null || value === "") return `${head}/>`;
    if (typeof value === "string")
      return `${head} t="inlineStr"><is><t xml:space="preserve">${cellText(value)}</t></is></c>`;
    return `${head}><v>${value}</v></c>`;
  }
  const f = `<f>${escapeXml(formula)}</f>`;
  if (typeof value === "string") return `${head} t="str">${f}<v>${cellText(value)}</v></c>`;
  if (value === null) return `${head}>${f}</c>`;
  // What is no number is an error there.
  return Number.isFinite(value) ? `${head}>${f}<v>${value}</v></c>` : `${head} t="e">${f}<v>#DIV/0!</v></c>`;
}

/** An end as a formula reads it: 1E-7. */
const end = (of: number) => String(of).toUpperCase();

function validationXml({ cells, rule, title, message }: Validation): string {
  const texts = `showInputMessage="1" showErrorMessage="1" errorTitle="${escapeXml(title)}" error="${escapeXml(message)}" promptTitle="${escapeXml(title)}" prompt="${escapeXml(message)}"`;
  if (rule.kind === "list") {
    const list = "words" in rule ? `"${rule.words.join(",")}"` : rule.range;
    return `<dataValidation type="list" allowBlank="1" ${texts} sqref="${cells}"><formula1>${escapeXml(list)}</formula1></dataValidation>`;
  }
  return `<dataValidation type="${rule.kind}" operator="between" allowBlank="1" ${texts} sqref="${cells}"><formula1>${end(rule.min)}</formula1><formula2>${end(rule.max)}</formula2></dataValidation>`;
}

const conditionXml = ({ cells, formula, look }: Condition, place: number) =>
  `<conditionalFormatting sqref="${cells}"><cfRule type="expression" dxfId="${conditionId(look)}" priority="${place + 1}"><formula>${escapeXml(formula)}</formula></cfRule></conditionalFormatting>`;

function columnsXml({ widths, hidden = [] }: Sheet, columns: number): string {
  const all = Array.from({ length: columns }, (_, i) => {
    const width = widths[Math.min(i, widths.length - 1)];
    return `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"${hidden.includes(i) ? ' hidden="1"' : ""}/>`;
  });
  return all.length === 0 ? "" : `<cols>${all.join("")}</cols>`;
}

function viewXml({ frozen }: Sheet, isFirst: boolean): string {
  const selected = isFirst ? ' tabSelected="1"' : "";
  if (!frozen) return `<sheetViews><sheetView showGridLines="0"${selected} workbookViewId="0"/></sheetViews>`;
  const { rows, columns } = frozen;
  const split = `${columns > 0 ? ` xSplit="${columns}"` : ""}${rows > 0 ? ` ySplit="${rows}"` : ""}`;
  const pane = columns > 0 && rows > 0 ? "bottomRight" : rows > 0 ? "bottomLeft" : "topRight";
  return `<sheetViews><sheetView showGridLines="0"${selected} workbookViewId="0"><pane${split} topLeftCell="${columnName(columns)}${rows + 1}" activePane="${pane}" state="frozen"/><selection pane="${pane}"/></sheetView></sheetViews>`;
}

/** One sheet as a part of the package. @yields pieces of it, some hundred rows each */
export function* sheetXml(sheet: Sheet, styles: Styles, isFirst: boolean): Generator<string> {
  const {
    rows,
    merged = [],
    validations = [],
    conditions = [],
    tab,
    isPortrait = false,
    isWide = false,
    chart,
  } = sheet;
  const columns = Math.max(sheet.widths.length, ...rows.map(({ cells }) => cells.length));
  const properties = `<sheetPr>${tab ? `<tabColor rgb="${tabs[tab]}"/>` : ""}${isWide ? "" : '<pageSetUpPr fitToPage="1"/>'}</sheetPr>`;
  yield `${declaration}<worksheet xmlns="${spreadsheetNamespace}" xmlns:r="${relationshipNamespace}">${properties}<dimension ref="A1:${columnName(columns - 1)}${Math.max(1, rows.length)}"/>${viewXml(sheet, isFirst)}<sheetFormatPr defaultRowHeight="13.5"/>${columnsXml(sheet, columns)}<sheetData>`;
  const names = Array.from({ length: columns }, (_, i) => columnName(i));
  for (let r = 0; r < rows.length; r++) {
    const { cells, height } = rows[r] as Sheet["rows"][number];
    let xml = `<row r="${r + 1}"${height === undefined ? "" : ` ht="${height}" customHeight="1"`}>`;
    for (let c = 0; c < cells.length; c++) {
      const cell = cells[c];
      if (cell) xml += cellXml(`${names[c]}${r + 1}`, cell, styles);
    }
    yield `${xml}</row>`;
  }
  yield "</sheetData>";
  if (merged.length > 0) {
    yield `<mergeCells count="${merged.length}">${merged.map((cells) => `<mergeCell ref="${cells}"/>`).join("")}</mergeCells>`;
  }
  yield conditions.map(conditionXml).join("");
  if (validations.length > 0) {
    yield `<dataValidations count="${validations.length}">${validations.map(validationXml).join("")}</dataValidations>`;
  }
  const fit = isWide ? 'scale="55" pageOrder="overThenDown"' : 'fitToWidth="1" fitToHeight="0"';
  const page = `<pageSetup paperSize="9" ${fit} orientation="${isPortrait ? "portrait" : "landscape"}"/>`;
  yield `<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>${page}<headerFooter><oddFooter>&amp;L&amp;A&amp;RPage &amp;P of &amp;N</oddFooter></headerFooter>${chart ? '<drawing r:id="rId1"/>' : ""}</worksheet>`;
}
