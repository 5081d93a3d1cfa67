import type { Chart, ChartRange } from "./cell";
import { declaration, escapeXml, relationshipNamespace } from "./xml";

const main = "http://schemas.openxmlformats.org/drawingml/2006/main";
const chartNamespace = "http://schemas.openxmlformats.org/drawingml/2006/chart";

/** Where the chart lies on its sheet. */
export function drawingXml({ at: [fromColumn, fromRow, toColumn, toRow], title }: Chart): string {
  const point = (name: string, column: number, row: number) =>
    `<xdr:${name}><xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:${name}>`;
  return `${declaration}<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="${main}"><xdr:twoCellAnchor>${point("from", fromColumn, fromRow)}${point("to", toColumn, toRow)}<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="2" name="Chart 1" descr="${escapeXml(title)}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="${chartNamespace}"><c:chart xmlns:c="${chartNamespace}" xmlns:r="${relationshipNamespace}" r:id="rId1"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>`;
}

const points = (holds: ChartRange["holds"]) =>
  `<c:ptCount val="${holds.length}"/>${holds.map((value, i) => `<c:pt idx="${i}"><c:v>${escapeXml(String(value))}</c:v></c:pt>`).join("")}`;
const texts = ({ cells, holds }: ChartRange) =>
  `<c:strRef><c:f>${escapeXml(cells)}</c:f><c:strCache>${points(holds)}</c:strCache></c:strRef>`;
const numbers = ({ cells, holds }: ChartRange) =>
  `<c:numRef><c:f>${escapeXml(cells)}</c:f><c:numCache><c:formatCode>General</c:formatCode>${points(holds)}</c:numCache></c:numRef>`;
const words = (text: string, size: number) =>
  `<c:tx><c:rich><a:bodyPr/><a:p><a:pPr><a:defRPr sz="${size}" b="0"/></a:pPr><a:r><a:rPr lang="en" sz="${size}" b="0"/><a:t>${escapeXml(text)}</a:t></a:r></a:p></c:rich></c:tx>`;

/** Columns of each year side by side. */
export function chartXml({ title, unit, labels, series }: Chart): string {
  const all = series.map(
    ({ name, values, colour }, i) =>
      `<c:ser><c:idx val="${i}"/><c:order val="${i}"/><c:tx>${texts(name)}</c:tx><c:spPr><a:solidFill><a:srgbClr val="${colour}"/></a:solidFill></c:spPr><c:invertIfNegative val="0"/><c:cat>${texts(labels)}</c:cat><c:val>${numbers(values)}</c:val></c:ser>`,
  );
  const axis = (rest: string) => `<c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/>${rest}`;
  const category = `<c:catAx><c:axId val="1"/>${axis('<c:axPos val="b"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/><c:crossAx val="2"/><c:crosses val="autoZero"/>')}</c:catAx>`;
  const grid =
    '<c:majorGridlines><c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="D5DBDE"/></a:solidFill></a:ln></c:spPr></c:majorGridlines>';
  const value = `<c:valAx><c:axId val="2"/>${axis(`<c:axPos val="l"/>${grid}<c:title>${words(unit, 900)}<c:overlay val="0"/></c:title><c:numFmt formatCode="#,##0" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:crossAx val="1"/><c:crosses val="autoZero"/>`)}</c:valAx>`;
  return `${declaration}<c:chartSpace xmlns:c="${chartNamespace}" xmlns:a="${main}" xmlns:r="${relationshipNamespace}"><c:roundedCorners val="0"/><c:chart><c:title>${words(title, 1200)}<c:overlay val="0"/></c:title><c:autoTitleDeleted val="0"/><c:plotArea><c:layout/><c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:varyColors val="0"/>${all.join("")}<c:gapWidth val="60"/><c:axId val="1"/><c:axId val="2"/></c:barChart>${category}${value}</c:plotArea><c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend><c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart></c:chartSpace>`;
}
