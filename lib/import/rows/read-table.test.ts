import { describe, expect, it } from "vitest";
import { rowsCsv } from "@/lib/export/rows-csv";
import { declaredAt } from "@/lib/model/currency";
import { type RowTable, rowTables } from "@/lib/model/rows/own-rows";
import { someRows } from "@/test/figures/some-rows";
import { columnsOf, readTable, type TableSettings } from "./read-table";

const settings: TableSettings = { currency: "EUR", declared: declaredAt(0.9), startMonth: "2027-01" };

function read<T extends RowTable>(table: T, text: string, more: Partial<TableSettings> = {}) {
  const found = readTable(table, text, { ...settings, ...more });
  if (!found.ok) throw new Error(found.faults.map(({ message }) => message).join(" "));
  const { columns, rows, refused } = found;
  return { columns, rows: rows.map(({ row }) => row), refused };
}

describe("a table of rows", () => {
  it.each(rowTables)("of %s is what it was after it was written and read", (table) => {
    const text = rowsCsv(table, someRows[table]);
    expect(read(table, text)).toMatchObject({ rows: someRows[table], refused: [] });
    expect(text.split("\r\n")[0]?.startsWith("id,")).toBe(true);
  });

  it("is read by labels, keys and what people call its columns, in any order", () => {
    const text =
      "Quantity\tdevice\tKIND\tPrice paid each\twatts\tRoom\n3\tRack A\tStorage server\t9.000,50 €\t350\tB2\n";
    expect(read("register", text)).toEqual({
      columns: [
        { name: "Quantity", key: "count" },
        { name: "device", key: "label" },
        { name: "KIND", key: "what" },
        { name: "Price paid each", key: "pricePaid" },
        { name: "watts", key: "watts" },
        { name: "Room", key: null },
      ],
      rows: [{ label: "Rack A", what: "storageServer", count: 3, pricePaid: 9_000.5, watts: 350 }],
      refused: [],
    });
  });

  it("without names is read in the order of the fields", () => {
    expect(read("register", "Rack A;server;3;1,5;12\nCabling;network;1;;\n")).toMatchObject({
      columns: [{ key: "label" }, { key: "what" }, { key: "count" }, { key: "equivalents" }, { key: "ageMonths" }],
      rows: [
        { label: "Rack A", what: "server", count: 3, equivalents: 1.5, ageMonths: 12 },
        { label: "Cabling", what: "network", count: 1 },
      ],
    });
  });

  it("is read as a person says, whatever its columns are called", () => {
    const text = "What,Count,Label\nRack A,server,3\n";
    const columns = ["label", "what", "count"];
    expect(read("register", text, { columns })).toMatchObject({
      rows: [{ label: "Rack A", what: "server", count: 3 }],
    });
    expect(read("register", text, { columns: ["label", "what", null] }).refused[0]?.reasons).toEqual([
      "Count must be a number; nothing was given.",
    ]);
  });

  it("keeps what it does not understand, with the reasons", () => {
    const text =
      "name,kind,count,bought\nRack A,server,2.5,2026-01\nRack B,desk,two,2026-01\nRack C,server,1,2027-02-03\nRack D,server,1,3/4/2026\n";
    expect(read("register", text)).toMatchObject({
      rows: [],
      refused: [
        {
          line: 2,
          cells: ["Rack A", "server", "2.5", "2026-01"],
          reasons: ["Count must be a whole number; you typed 2.5."],
        },
        {
          line: 3,
          reasons: [
            "“two” cannot be read as one number. Type it as 1234.5, without separators of thousands.",
            'Kind must be one of server, storageServer, network, facility; you typed "desk".',
          ],
        },
        {
          line: 4,
          reasons: ["“2027-02-03” is after 2027-01, the first month of the model. What stands was bought before."],
        },
        { line: 5, reasons: [expect.stringContaining("“3/4/2026” could be 2026-03-04 or 2026-04-03.")] },
      ],
    });
  });

  // By hand: month 1 is January 2027, and what was bought in it has the age 0.
  it.each([
    ["2027-01", 0],
    ["2026-12-31", 1],
    ["15.03.2024", 34],
    ["Jan 2025", 24],
    ["12/25/2023", 37],
  ])("makes an age of a purchase in %s", (bought, ageMonths) => {
    expect(read("register", `name;kind;count;bought\nRack;server;1;${bought}\n`).rows).toMatchObject([{ ageMonths }]);
  });

  it("pasted from a spreadsheet of any language has the figures that stood there", () => {
    const english = "Name\tKind\tCount\tPrice paid each\nRack A\tserver\t1,200\t5,300\nRack B\tserver\t4\t980.50\n";
    const german = "Name\tKind\tCount\tPrice paid each\nRack A\tserver\t1.200\t5.300\nRack B\tserver\t4\t980,50\n";
    for (const text of [english, german])
      expect(read("register", text)).toMatchObject({
        rows: [
          { count: 1_200, pricePaid: 5_300 },
          { count: 4, pricePaid: 980.5 },
        ],
        refused: [],
      });
    // A version is no figure, and shows nothing.
    const beside = "Name\tKind\tCount\tSystem\tPrice paid each\nRack A\tserver\t4\t8,5\t5,300\n";
    expect(read("register", beside).rows).toMatchObject([{ pricePaid: 5_300 }]);
  });

  it("reads shares as shares, and as percentages where the cell or the column says so", () => {
    const rows = (name: string, cell: string) =>
      read("participantKinds", `label;${name}\nAll;${cell}\n`).rows.map(({ share }) => share);
    expect(rows("share", "0,25")).toEqual([0.25]);
    expect(rows("Share of participants", "25 %")).toEqual([0.25]);
    expect(rows("Share of participants (%)", "7")).toEqual([0.07]);
  });

  it("reads lists of architectures by key and by name, and yes and no", () => {
    const text = (architectures: string, whole: string) =>
      `role\tarchitectures\tfte\twhole\tpay\tpayRange\nAdmin\t${architectures}\t1\t${whole}\t50000\t40000; 60000\n`;
    const ranges = { pay: { low: 40_000, high: 60_000 } };
    expect(read("staffLines", text("onPremises hybrid", "yes")).rows).toEqual([
      { role: "Admin", architectures: ["onPremises", "hybrid"], fte: 1, whole: true, pay: 50_000, ranges },
    ]);
    expect(read("staffLines", text("Own servers, Peer to peer", "WAHR")).rows).toMatchObject([
      { architectures: ["onPremises", "peerToPeer"], whole: true },
    ]);
    expect(read("staffLines", text("cloud", "perhaps")).refused[0]?.reasons).toEqual([
      "“perhaps” is neither yes nor no.",
    ]);
  });

  it("is refused as a whole where two columns are one, or where it is no table", () => {
    const faults = (text: string) => {
      const found = readTable("register", text, settings);
      return found.ok ? [] : found.faults.map(({ message }) => message);
    };
    expect(faults("name,label,count\na,b,1\n")).toEqual([
      "Two columns are read as label. Say which one it is, and read over the other.",
    ]);
    expect(faults('name,count\n"a,1\n')[0]).toContain("cannot be read as CSV");
    expect(faults("name,count\na\0,1\n")[0]).toContain("cannot be saved");
  });

  it("takes no formula for a text: the apostrophes that guard one are taken away", () => {
    const rows = [{ label: "=1+1", what: "server", count: 1, note: "-x" } as const];
    const text = rowsCsv("register", rows);
    expect(text).toContain("'=1+1");
    expect(read("register", text).rows).toEqual(rows);
  });
});

describe("columns whose names the organisation knows", () => {
  const known = new Map([
    ["gerät", "label"],
    ["stück", "count"],
    ["raum", null],
  ]);
  const text = "Gerät;Art;Stück;Raum\nRack A;Server;3;B2\n";

  it("are read as it has said, and the first row as names though none is one of ours", () => {
    const rows = [{ label: "Rack A", what: "server", count: 3 }];
    // "Art" is a word of nobody: without it no row says its kind.
    expect(read("register", text, { known }).refused).toHaveLength(1);
    const columns = [undefined, "what"];
    const found = read("register", text, { known, columns });
    expect(found).toMatchObject({ rows, refused: [] });
    expect(found.columns.map(({ key }) => key)).toEqual(["label", "what", "count", null]);
    // A person's word goes before what is known.
    expect(read("register", text, { known, columns: ["note", "what"] }).columns[0]?.key).toBe("note");
  });

  it("have names where a person says that the first row does", () => {
    const columns = ["label", "what", "count", null];
    expect(read("register", text, { columns, hasNames: true }).rows).toHaveLength(1);
    expect(read("register", text, { columns, hasNames: false }).refused).toHaveLength(1);
  });

  it("can be set right where two are read as one", () => {
    const columns = ["label", "what", "count", "count"];
    expect(readTable("register", text, { ...settings, columns, hasNames: true })).toMatchObject({ ok: false });
    const found = columnsOf("register", text, { columns, hasNames: true });
    expect(found.columns.map(({ key }) => key)).toEqual(columns);
  });
});
