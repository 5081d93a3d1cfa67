import type { Condition, Look, NumberFormat } from "./cell";
import { declaration, escapeXml, spreadsheetNamespace } from "./xml";

/** Formats of our own have numbers from 164. */
const formats: Record<NumberFormat, string> = {
  general: "General",
  /** What is typed, whole or not: large numbers in groups. */
  plain: "[>=10000]#,##0;General",
  money: "#,##0.00",
  price: "#,##0.00######",
  whole: "#,##0",
  number: "#,##0.00##",
  share: "0.00######%",
  chance: "0.00E+00",
  month: "mmm yyyy",
  text: "@",
  difference: "0.00;[Red]-0.00;0.00",
};
const formatNames = Object.keys(formats) as NumberFormat[];

const ink = { normal: "FF1F2933", muted: "FF69757F", input: "FF0B4DA2", inverse: "FFFFFFFF" };
const fills = { head: "FF24505C", input: "FFFFF8DC", group: "FFE8EFF1", value: "FFE4E4E4" };
const line = "FF9AA5AC";

const conditionLooks: Record<Condition["look"], string> = {
  wrong:
    '<dxf><font><b/><color rgb="FFFFFFFF"/></font><fill><patternFill><bgColor rgb="FFC62828"/></patternFill></fill></dxf>',
  right:
    '<dxf><font><color rgb="FF1B5E20"/></font><fill><patternFill><bgColor rgb="FFDDF0DF"/></patternFill></fill></dxf>',
  changed:
    '<dxf><font><color rgb="FF7A4B00"/></font><fill><patternFill><bgColor rgb="FFFFE3B0"/></patternFill></fill></dxf>',
};
const conditionNames = Object.keys(conditionLooks) as Condition["look"][];

export const conditionId = (look: Condition["look"]) => conditionNames.indexOf(look);

/** The styles of a workbook, numbered as they are asked for. */
export interface Styles {
  readonly id: (look: Look | undefined) => number;
  readonly xml: () => string;
}

/** A list in which what is alike stands once. */
function numbered(...first: string[]) {
  const all = [...first];
  return {
    all,
    id: (text: string) => {
      const known = all.indexOf(text);
      return known >= 0 ? known : all.push(text) - 1;
    },
  };
}

export function stylesOf(): Styles {
  const font = (look: Look) => {
    const size = look.size === "title" ? 18 : look.size === "heading" ? 13 : 10;
    const colour = ink[look.colour ?? "normal"];
    return `<font>${look.bold ? "<b/>" : ""}<sz val="${size}"/><color rgb="${colour}"/><name val="Calibri"/><family val="2"/></font>`;
  };
  const fill = (look: Look) =>
    look.fill === undefined
      ? '<fill><patternFill patternType="none"/></fill>'
      : `<fill><patternFill patternType="solid"><fgColor rgb="${fills[look.fill]}"/><bgColor indexed="64"/></patternFill></fill>`;
  const side = (name: string, isDrawn: boolean) =>
    isDrawn ? `<${name} style="thin"><color rgb="${line}"/></${name}>` : `<${name}/>`;
  const border = ({ border: where }: Look) => {
    const has = (name: string) =>
      where === "around" || (where === "above" && name === "top") || (where === "below" && name === "bottom");
    const sides = ["left", "right", "top", "bottom"].map((name) => side(name, has(name)));
    return `<border>${sides.join("")}<diagonal/></border>`;
  };
  const fonts = numbered(font({}));
  const allFills = numbered(fill({}), '<fill><patternFill patternType="gray125"/></fill>');
  const borders = numbered(border({}));
  const xf = (look: Look) => {
    const { format = "general", align, wrap = false, isUnlocked = false, isIndented = false } = look;
    const number = format === "general" ? 0 : 164 + formatNames.indexOf(format);
    const alignment = `<alignment vertical="top"${align ? ` horizontal="${align}"` : ""}${isIndented && align === undefined ? ' horizontal="left" indent="1"' : ""}${wrap ? ' wrapText="1"' : ""}/>`;
    const protection = isUnlocked ? '<protection locked="0"/>' : "";
    return `<xf numFmtId="${number}" fontId="${fonts.id(font(look))}" fillId="${allFills.id(fill(look))}" borderId="${borders.id(border(look))}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"${isUnlocked ? ' applyProtection="1"' : ""}>${alignment}${protection}</xf>`;
  };
  const cells = numbered(xf({}));
  const known = new WeakMap<Look, number>();
  return {
    id: (look) => {
      if (look === undefined) return 0;
      // The cells of a row mostly share one object.
      const id = known.get(look) ?? cells.id(xf(look));
      known.set(look, id);
      return id;
    },
    xml: () => {
      const list = (name: string, all: readonly string[]) => `<${name} count="${all.length}">${all.join("")}</${name}>`;
      const own = formatNames.map(
        (name, i) => `<numFmt numFmtId="${164 + i}" formatCode="${escapeXml(formats[name])}"/>`,
      );
      return `${declaration}<styleSheet xmlns="${spreadsheetNamespace}">${list("numFmts", own)}${list("fonts", fonts.all)}${list("fills", allFills.all)}${list("borders", borders.all)}<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>${list("cellXfs", cells.all)}<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>${list(
        "dxfs",
        conditionNames.map((name) => conditionLooks[name]),
      )}</styleSheet>`;
    },
  };
}
