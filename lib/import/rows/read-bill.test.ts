import { describe, expect, it } from "vitest";
import { rowsCsv } from "@/lib/export/rows-csv";
import { declaredAt } from "@/lib/model/currency";
import { someRows } from "@/test/figures/some-rows";
import { readBill } from "./read-bill";
import type { TableSettings } from "./read-table";

const settings: TableSettings = { currency: "USD", declared: declaredAt(1), startMonth: "2027-01" };

function read(text: string, more: Partial<TableSettings> = {}) {
  const found = readBill(text, { ...settings, ...more });
  if (!found.ok) throw new Error(found.faults.map(({ message }) => message).join(" "));
  return { rows: found.rows.map(({ row }) => row), refused: found.refused.map(({ reasons }) => reasons.join(" ")) };
}

describe("a bill", () => {
  it("is read from two columns, with names or without", () => {
    const rows = [
      { label: "EC2-Instances", amount: 1_240.5 },
      { label: "Credits", amount: -120 },
    ];
    expect(read("EC2-Instances\t1240.50\nCredits\t-120\n").rows).toEqual(rows);
    expect(read("Service,Amount\nEC2-Instances,1240.50\nCredits,-120\n").rows).toEqual(rows);
    expect(read('Service,Cost ($)\nEC2-Instances,"$1,240.50"\nCredits,-120\n').rows).toEqual(rows);
  });

  it("is what it was after our own file", () => {
    expect(read(rowsCsv("billLines", someRows.billLines)).rows).toEqual(someRows.billLines);
  });

  it("of AWS Cost Explorer has a column for each service and a row for each month", () => {
    const text =
      '"Service","EC2-Instances($)","S3 (Simple Storage)($)","Tax($)","Total costs($)"\n' +
      '"Service total","300.5","46","10","356.5"\n"2026-02-01","100.25","20","","120.25"\n"2026-03-01","200.25","26","10","236.25"\n';
    expect(read(text)).toEqual({
      rows: [
        { label: "EC2-Instances", amount: 100.25, month: "2026-02" },
        { label: "S3 (Simple Storage)", amount: 20, month: "2026-02" },
        { label: "EC2-Instances", amount: 200.25, month: "2026-03" },
        { label: "S3 (Simple Storage)", amount: 26, month: "2026-03" },
        { label: "Tax", amount: 10, month: "2026-03" },
      ],
      refused: [],
    });
  });

  it("of AWS Cost Explorer that a German spreadsheet has saved has the same amounts", () => {
    const text = "Service;S3($);Tax($)\nService total;12,345;1.000,5\n2026-03-01;12,345;1.000,5\n";
    expect(read(text)).toEqual({
      rows: [
        { label: "S3", amount: 12.345, month: "2026-03" },
        { label: "Tax", amount: 1_000.5, month: "2026-03" },
      ],
      refused: [],
    });
  });

  it("of Azure has a line for each meter and day, which are joined by service and month", () => {
    const text =
      "UsageDate,MeterCategory,MeterName,CostInBillingCurrency,BillingCurrency\n" +
      "2026-03-17,Virtual Machines,D4s v5,10.1,USD\n2026-03-18,Virtual Machines,D8s v5,20.2,USD\n2026-03-18,Bandwidth,Out,5,USD\n";
    expect(read(text).rows).toEqual([
      { label: "Virtual Machines", amount: 30.3, month: "2026-03" },
      { label: "Bandwidth", amount: 5, month: "2026-03" },
    ]);
  });

  it("of Google Cloud counts what is left after discounts, and no total twice", () => {
    const text =
      'Service description,Service ID,Cost ($),Discounts ($),Subtotal ($)\nCompute Engine,6F81,"1,200.00",-200,"1,000.00"\nCloud Storage,95FF,50,0,50\nTotal,,"1,250.00",-200,"1,050.00"\n';
    expect(read(text)).toEqual({
      rows: [
        { label: "Compute Engine", amount: 1_000 },
        { label: "Cloud Storage", amount: 50 },
      ],
      refused: ["It is a total of lines that are counted already."],
    });
    // Alone, a total is the bill.
    expect(read("Service,Cost\nTotal,34000\n").rows).toEqual([{ label: "Total", amount: 34_000 }]);
  });

  it("in another currency is refused as a whole", () => {
    const message = (text: string, currency = "EUR") => {
      const found = readBill(text, { ...settings, currency });
      return found.ok ? null : found.faults[0]?.message;
    };
    const words =
      "The bill is in USD and the model in EUR. Convert its amounts to EUR, or give the model the bill’s currency.";
    expect(message("Service,Cost,Currency\nS3,1,EUR\nEC2,2,USD\n")).toBe(words);
    expect(message("Service,Cost (USD)\nS3,1\n")).toBe(words);
    expect(message("Service,Cost ($)\nS3,1\n")).toContain("The bill is in $");
    expect(message("Service,Cost ($),Currency\nS3,1,CAD\n", "CAD")).toBeNull();
    expect(message("Service,Amount (net)\nS3,1\n")).toBeNull();
  });

  it("keeps what it does not understand, with the reasons", () => {
    expect(read("Service,Amount,Month\nS3,twelve,2026-03\n,5,2026-03\nEC2,7,spring\n")).toMatchObject({
      rows: [],
      refused: [
        expect.stringContaining("“twelve” cannot be read as one number"),
        "Service must be text.",
        expect.stringContaining("“spring” cannot be read as a month"),
      ],
    });
  });
});
