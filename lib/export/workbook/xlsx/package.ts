import { columnName, type Sheet, sheetReference } from "./cell";
import { chartXml, drawingXml } from "./chart-xml";
import { sheetXml } from "./sheet-xml";
import { stylesOf } from "./styles";
import { declaration, escapeXml, relationshipNamespace, spreadsheetNamespace } from "./xml";

export interface Part {
  readonly path: string;
  readonly pieces: Iterable<string>;
}

export interface WorkbookFile {
  readonly title: string;
  /** ISO 8601, UTC. */
  readonly changedAt: string;
  readonly sheets: readonly Sheet[];
  /** Names of cells and ranges: what each stands for, "Inputs!$C$7". */
  readonly names: ReadonlyMap<string, string>;
}

const officeDocument = "application/vnd.openxmlformats-officedocument";
const relationshipType = relationshipNamespace;
const packageNamespace = "http://schemas.openxmlformats.org/package/2006";

function relationships(all: readonly (readonly [type: string, target: string])[]): string {
  const each = all.map(
    ([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${type}" Target="${escapeXml(target)}"/>`,
  );
  return `${declaration}<Relationships xmlns="${packageNamespace}/relationships">${each.join("")}</Relationships>`;
}

function contentTypes({ sheets }: WorkbookFile): string {
  const of = (path: string, type: string) => `<Override PartName="/${path}" ContentType="${type}"/>`;
  const overrides = [
    of("xl/workbook.xml", `${officeDocument}.spreadsheetml.sheet.main+xml`),
    of("xl/styles.xml", `${officeDocument}.spreadsheetml.styles+xml`),
    of("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
    ...sheets.flatMap(({ chart }, i) => [
      of(`xl/worksheets/sheet${i + 1}.xml`, `${officeDocument}.spreadsheetml.worksheet+xml`),
      ...(chart
        ? [
            of(`xl/drawings/drawing${i + 1}.xml`, `${officeDocument}.drawing+xml`),
            of(`xl/charts/chart${i + 1}.xml`, `${officeDocument}.drawingml.chart+xml`),
          ]
        : []),
    ]),
  ];
  return `${declaration}<Types xmlns="${packageNamespace}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.join("")}</Types>`;
}

function workbookXml({ sheets, names }: WorkbookFile): string {
  const list = sheets.map(({ name }, i) => `<sheet name="${escapeXml(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`);
  const defined = [...names].map(([name, cells]) => `<definedName name="${name}">${escapeXml(cells)}</definedName>`);
  const printed = sheets.flatMap(({ name, frozen, isWide }, i) => {
    if (!frozen || frozen.rows === 0) return [];
    const of = escapeXml(sheetReference(name));
    const columns = isWide ? `${of}!$A:$${columnName(frozen.columns)},` : "";
    const titles = `${columns}${of}!$1:$${frozen.rows}`;
    return [`<definedName name="_xlnm.Print_Titles" localSheetId="${i}">${titles}</definedName>`];
  });
  return `${declaration}<workbook xmlns="${spreadsheetNamespace}" xmlns:r="${relationshipNamespace}"><bookViews><workbookView xWindow="0" yWindow="0" windowWidth="24000" windowHeight="14000" tabRatio="850"/></bookViews><sheets>${list.join("")}</sheets><definedNames>${printed.join("")}${defined.join("")}</definedNames><calcPr fullCalcOnLoad="1"/></workbook>`;
}

function coreXml({ title, changedAt }: WorkbookFile): string {
  const at = `${changedAt.slice(0, 19)}Z`;
  return `${declaration}<cp:coreProperties xmlns:cp="${packageNamespace}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escapeXml(title)}</dc:title><dc:creator>Peerbalance</dc:creator><dcterms:created xsi:type="dcterms:W3CDTF">${at}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${at}</dcterms:modified></cp:coreProperties>`;
}

/** The parts of a workbook in Office Open XML (ECMA-376), to be put into a ZIP in this order. */
export function* workbookParts(file: WorkbookFile): Generator<Part> {
  const { sheets } = file;
  const styles = stylesOf();
  yield { path: "[Content_Types].xml", pieces: [contentTypes(file)] };
  yield {
    path: "_rels/.rels",
    pieces: [
      relationships([
        [`${relationshipType}/officeDocument`, "xl/workbook.xml"],
        [`${packageNamespace}/relationships/metadata/core-properties`, "docProps/core.xml"],
      ]),
    ],
  };
  yield { path: "docProps/core.xml", pieces: [coreXml(file)] };
  yield { path: "xl/workbook.xml", pieces: [workbookXml(file)] };
  yield {
    path: "xl/_rels/workbook.xml.rels",
    pieces: [
      relationships([
        ...sheets.map((_, i) => [`${relationshipType}/worksheet`, `worksheets/sheet${i + 1}.xml`] as const),
        [`${relationshipType}/styles`, "styles.xml"],
      ]),
    ],
  };
  for (const [i, sheet] of sheets.entries()) {
    const { chart } = sheet;
    const n = i + 1;
    yield { path: `xl/worksheets/sheet${n}.xml`, pieces: sheetXml(sheet, styles, i === 0) };
    if (!chart) continue;
    const toDrawing = relationships([[`${relationshipType}/drawing`, `../drawings/drawing${n}.xml`]]);
    const toChart = relationships([[`${relationshipType}/chart`, `../charts/chart${n}.xml`]]);
    yield { path: `xl/worksheets/_rels/sheet${n}.xml.rels`, pieces: [toDrawing] };
    yield { path: `xl/drawings/drawing${n}.xml`, pieces: [drawingXml(chart)] };
    yield { path: `xl/drawings/_rels/drawing${n}.xml.rels`, pieces: [toChart] };
    yield { path: `xl/charts/chart${n}.xml`, pieces: [chartXml(chart)] };
  }
  // Styles are numbered while the sheets are written.
  yield { path: "xl/styles.xml", pieces: [styles.xml()] };
}
