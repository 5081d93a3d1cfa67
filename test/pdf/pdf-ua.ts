import type { PdfDict, PdfObjects, PdfValue } from "./pdf-objects";

// What a program can tell of PDF/UA-1 (ISO 14289-1), by the Matterhorn Protocol 1.1 of the PDF Association: the numbers are its
// checkpoints. Whether an alternative text says what a figure shows, only people can tell.

/** Said where tests cannot look. */
export const noQpdf = "qpdf, which takes the file apart, is not installed, and cannot be got here";

/** What a screen reader knows (ISO 32000-1, 14.8.4), as far as files here have it. */
const roles = /^\/(Document|Sect|H[1-6]|P|L|LI|Lbl|LBody|Table|TR|TH|TD|Figure|Link|Span)$/;

/** What a file lacks, in words. */
export function pdfUaFaults(pdf: PdfObjects): string[] {
  return [...fileFaults(pdf), ...contentFaults(pdf), ...structureFaults(pdf), ...fontFaults(pdf), ...linkFaults(pdf)];
}

function fileFaults({ root, dict, stream }: PdfObjects): string[] {
  const about = stream(root["/Metadata"]);
  return failed([
    [dict(root["/MarkInfo"])["/Marked"] === true, "06-001 it is not marked as tagged"],
    [dict(root["/MarkInfo"])["/Suspects"] !== true, "03-001 it has suspects"],
    [/^u:[a-z]{2}(-[A-Z]{2})?$/.test(String(root["/Lang"])), "11-006 it has no language"],
    [dict(root["/ViewerPreferences"])["/DisplayDocTitle"] === true, "07-002 its title is not shown"],
    [/<pdfuaid:part>1<\/pdfuaid:part>|pdfuaid:part="1"/.test(about), "05-001 it does not say that it is PDF/UA"],
    [/<dc:title>[\s\S]*?<rdf:li[^>]*>[^<]+</.test(about), "06-003 its metadata have no title"],
    [root["/AcroForm"] === undefined, "15 it has a form"],
  ]);
}

const failed = (rules: readonly (readonly [holds: boolean, fault: string])[]) =>
  rules.filter(([holds]) => !holds).map(([, fault]) => fault);

/** What shows something, and what opens and closes what it belongs to. */
const token = /\((?:\\.|[^\\)])*\)|<<|>>|<[0-9a-fA-F\s]*>|\[|\]|\/[^\s/<>[\]()]+|[^\s/<>[\]()]+/g;
const painting = new Set(["f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "Tj", "TJ", "'", '"', "Do", "sh", "BI"]);

/** All that is drawn belongs to the structure or is an artifact, and neither lies within the other. */
function contentFaults(pdf: PdfObjects): string[] {
  const { root, dict, list } = pdf;
  const parents = numberTree(pdf, dict(root["/StructTreeRoot"])["/ParentTree"]);
  return pdf.pages.flatMap(({ of, content }, place) => {
    const faults = new Set<string>();
    const open: string[] = [];
    const known = list(parents.get(Number(of["/StructParents"])));
    const tokens: readonly string[] = content.match(token) ?? [];
    const say = (fault: string) => faults.add(`${fault} (page ${place + 1})`);
    for (const [at, each] of tokens.entries()) {
      if (each === "BDC" || each === "BMC") {
        const from = each === "BDC" && tokens[at - 1] === ">>" ? tokens.lastIndexOf("<<", at) - 1 : at - 2;
        const within = tokens.slice(Math.max(0, from), at);
        const isArtifact = within[0] === "/Artifact" || tokens[at - 1] === "/Artifact";
        if (isArtifact && open.includes("tag")) say("01-001 an artifact within what is tagged");
        if (!isArtifact && open.includes("artifact")) say("01-002 something tagged within an artifact");
        const id = within[within.indexOf("/MCID") + 1];
        if (!isArtifact && within.includes("/MCID") && known[Number(id)] === undefined)
          say(`01-005 content ${id} belongs to no element`);
        open.push(isArtifact ? "artifact" : within.includes("/MCID") ? "tag" : "other");
      } else if (each === "EMC") open.pop();
      else if (painting.has(each) && !open.includes("tag") && !open.includes("artifact"))
        say(`01-005 ${each} is neither tagged nor an artifact`);
    }
    if (open.length > 0) say("01 what is opened is not closed");
    return [...faults];
  });
}

function numberTree(pdf: PdfObjects, tree: PdfValue | undefined): Map<number, PdfValue> {
  const { "/Nums": pairs, "/Kids": kids } = pdf.dict(tree);
  const all = pdf.list(pairs);
  const own = all.flatMap((key, place) =>
    place % 2 === 0 ? [[Number(key), all[place + 1] as PdfValue] as const] : [],
  );
  return new Map([...own, ...pdf.list(kids).flatMap((kid) => [...numberTree(pdf, kid)])]);
}

interface Element {
  readonly role: string;
  readonly of: PdfDict;
  readonly kids: readonly Element[];
}

function elementOf(pdf: PdfObjects, value: PdfValue): Element[] {
  const of = pdf.dict(value);
  if (of["/S"] === undefined) return [];
  const kids = pdf.list(of["/K"]).flatMap((kid) => elementOf(pdf, kid));
  return [{ role: String(of["/S"]), of, kids }];
}

const within = (element: Element): Element[] => [element, ...element.kids.flatMap(within)];

/** Known roles, headings without a leap, figures with words, tables whose heads say what they head. */
function structureFaults(pdf: PdfObjects): string[] {
  const tree = pdf.dict(pdf.root["/StructTreeRoot"]);
  const all = pdf
    .list(tree["/K"])
    .flatMap((kid) => elementOf(pdf, kid))
    .flatMap(within);
  const faults = all.flatMap((element) => elementFaults(pdf, element));
  const levels = all.flatMap(({ role }) => (/^\/H[1-6]$/.test(role) ? [Number(role.slice(2))] : []));
  for (const [place, level] of levels.entries())
    if (level > (levels[place - 1] ?? 0) + 1)
      faults.push(`14-003 a heading ${level} after ${levels[place - 1] ?? "none"}`);
  return [...new Set(all.length === 0 ? ["06 it has no structure"] : faults)];
}

const parentOf: Readonly<Record<string, RegExp>> = {
  "/Table": /^\/TR$/,
  "/TR": /^\/T[HD]$/,
  "/L": /^\/LI$/,
  "/LI": /^\/(Lbl|LBody)$/,
};

function elementFaults(pdf: PdfObjects, { role, of, kids }: Element): string[] {
  const attributes = pdf.list(of["/A"]).map((value) => pdf.dict(value));
  const children = parentOf[role];
  const holders = Object.entries(parentOf).flatMap(([holder, held]) =>
    kids.some((kid) => held.test(kid.role)) ? [holder] : [],
  );
  return failed([
    [roles.test(role), `02-001 a role that nobody knows: ${role}`],
    [
      children === undefined || kids.every((kid) => children.test(kid.role)),
      `09 ${role} holds ${kids.map((kid) => kid.role)}`,
    ],
    [holders.every((holder) => holder === role), `09 ${role} holds what belongs in ${holders}`],
    [role !== "/Figure" || String(of["/Alt"] ?? "").length > 2, "13-004 a figure without words"],
    [role !== "/Figure" || attributes.some((each) => each["/BBox"] !== undefined), "13 a figure without its place"],
    [
      role !== "/TH" ||
        attributes.some((each) => each["/O"] === "/Table" && /^\/(Row|Column|Both)$/.test(String(each["/Scope"]))),
      "15-003 a head that does not say what it heads",
    ],
    [
      role !== "/Table" || new Set(kids.map((row) => row.kids.length)).size === 1,
      "15-001 a table whose rows differ in cells",
    ],
    [role !== "/Table" || kids.length > 1, "15-001 a table of heads alone"],
    [kids.length > 0 || pdf.list(of["/K"]).length > 0, `an empty ${role}`],
  ]);
}

/** Every font is in the file, and says which letters its glyphs are. */
function fontFaults({ pages, dict, list, stream }: PdfObjects): string[] {
  const fonts = new Map(
    pages.flatMap(({ of }) =>
      Object.values(dict(dict(of["/Resources"])["/Font"])).map((font) => [String(font), dict(font)]),
    ),
  );
  return [...fonts.values()].flatMap((font) => {
    const [child] = list(font["/DescendantFonts"]).map(dict);
    const about = dict(child?.["/FontDescriptor"]);
    const name = String(font["/BaseFont"]);
    const file = about["/FontFile2"] ?? about["/FontFile3"] ?? about["/FontFile"];
    return failed([
      [file !== undefined, `31-009 ${name} is not in the file`],
      [stream(font["/ToUnicode"]).includes("beginbf"), `10-001 ${name} does not say which letters it has`],
      [
        child?.["/Subtype"] !== "/CIDFontType2" || child["/CIDToGIDMap"] !== undefined,
        `31-001 ${name} has no map of its glyphs`,
      ],
    ]);
  });
}

/** Links belong to the structure, in a Link, and say where they lead. */
function linkFaults(pdf: PdfObjects): string[] {
  const tree = pdf.dict(pdf.root["/StructTreeRoot"]);
  const parents = numberTree(pdf, tree["/ParentTree"]);
  return pdf.pages.flatMap(({ of }, place) => {
    const links = pdf.list(of["/Annots"]).map((annotation) => pdf.dict(annotation));
    return links.flatMap((link) => {
      const element = pdf.dict(parents.get(Number(link["/StructParent"])));
      const isHeld = pdf.list(element["/K"]).some((kid) => pdf.dict(kid)["/Type"] === "/OBJR");
      return failed([
        [String(link["/Contents"] ?? "").length > 2, `28-004 a link without words (page ${place + 1})`],
        [element["/S"] === "/Link" && isHeld, `28-011 a link outside of the structure (page ${place + 1})`],
        [of["/Tabs"] === "/S", `28-008 a page whose links are not in the order of its structure (page ${place + 1})`],
      ]);
    });
  });
}
