import { describe, expect, it } from "vitest";
import { declaredAt } from "@/lib/model/currency";
import { type InventorySettings, isInventory, readInventory } from "./read-inventory";

const settings: InventorySettings = {
  currency: "EUR",
  declared: declaredAt(0.9),
  startMonth: "2027-01",
  inputs: { coresPerServer: 64, storageServerTB: 192 },
};

function read(text: string, columns?: InventorySettings["columns"]) {
  const found = readInventory(text, { ...settings, ...(columns && { columns }) });
  if (!found.ok) throw new Error(found.faults.map(({ message }) => message).join(" "));
  const { rows, refused, ...rest } = found;
  return { ...rest, rows: rows.map(({ row }) => row), refused };
}

// The names of the columns of Azure Migrate's CSV template, as scripts that fill it in print them (its "Discover, Import using CSV").
const azureHeader =
  "*Server name,IP addresses,*Cores,*Memory (In MB),*OS name,OS version,OS architecture,Server type,Hypervisor," +
  "CPU utilization percentage,Memory utilization percentage,Network adapters,Network In throughput," +
  "Network Out throughput,Boot type,Number of disks,Storage in use (In GB),Disk 1 size (In GB)," +
  "Disk 1 read throughput (MB per second),Disk 1 write throughput (MB per second)," +
  "Disk 1 read ops (operations per second),Disk 1 write ops (operations per second),Disk 2 size (In GB)";

it("is told from a table of the register by its cores", () => {
  expect(isInventory("Name,Cores,Bought\nweb-01,8,2025-03\n")).toBe(true);
  expect(isInventory("Name\tKind\tQty\tAge\nRack A\tServer\t4\t50\n")).toBe(false);
  expect(isInventory("")).toBe(false);
});

describe("Azure Migrate's list of servers", () => {
  it("gives a row a server, by its cores", () => {
    const text = `${azureHeader}\nweb-01,10.0.1.10,8,8192,Windows Server 2019,2019,64-bit,Virtual,VMware,45,60,1,100,50,BIOS,2,80,100,50,25,500,200,500\ndb-01,10.0.3.10,96,65536,Red Hat,8.5,64-bit,Physical,,55,80,2,200,150,UEFI,1,400,500\n`;
    // By hand: 8 / 64 and 96 / 64 standard servers. Disks of what is not called storage do not count.
    expect(read(text)).toMatchObject({
      format: "azureMigrate",
      columns: { label: ["*Server name"], cores: ["*Cores"], disk: ["Disk 1 size (In GB)", "Disk 2 size (In GB)"] },
      rows: [
        { label: "web-01", what: "server", count: 1, equivalents: 0.125 },
        { label: "db-01", what: "server", count: 1, equivalents: 1.5 },
      ],
      refused: [],
    });
  });

  it("gives storage servers where a person says which column says storage", () => {
    const text = `${azureHeader}\nfiles,10.0.5.10,4,16384,TrueNAS,13,64-bit,Storage appliance,,15,40,1,30,20,BIOS,2,1500,48000,30,20,200,100,48000\n`;
    // By hand: twice 48,000 GB are 96 TB, half of 192.
    expect(read(text, { kind: "Server type" }).rows).toEqual([
      { label: "files", what: "storageServer", count: 1, equivalents: 0.5 },
    ]);
  });
});

// The names of the first columns of RVTools' vInfo, of its last ones, and of those between that are read (RVTools 4: "VM,Powerstate,
// Template,SRM Placeholder,…,CPUs,…,Memory,…,Provisioned MiB,…,Datacenter,Cluster,Host,…").
const rvHeader =
  "VM,Powerstate,Template,SRM Placeholder,Config status,DNS Name,CPUs,Overall Cpu Readiness,Memory,Active Memory,NICs,Disks," +
  "Total disk capacity MiB,Provisioned MiB,In Use MiB,Datacenter,Cluster,Host,OS according to the configuration file,VM ID";

describe("vInfo of RVTools", () => {
  const vm = (name: string, state: string, template: string, cpus: string, host: string) =>
    `${name},${state},${template},False,green,${name}.local,${cpus},0,8192,1024,1,2,102400,110000,50000,DC1,C1,${host},Ubuntu,vm-1`;
  const text = [
    rvHeader,
    vm("a", "poweredOn", "False", "16", "esx1.local"),
    vm("b", "poweredOn", "False", "32", "esx2.local"),
    vm("c", "poweredOn", "False", "8", "esx1.local"),
    vm("d", "poweredOff", "False", "64", "esx1.local"),
    vm("golden", "poweredOff", "True", "4", "esx1.local"),
    vm("e", "poweredOn", "False", "many", "esx2.local"),
    vm("f", "poweredOn", "False", "4", ""),
  ].join("\n");

  it("gives a row a host, by the cores of the machines that run on it", () => {
    // By hand: 16 + 8 and 32 cores of 64.
    expect(read(text)).toMatchObject({
      format: "rvTools",
      rows: [
        { label: "esx1.local", what: "server", count: 1, equivalents: 0.375, note: "2 virtual machines with 24 cores" },
        { label: "esx2.local", what: "server", count: 1, equivalents: 0.5, note: "1 virtual machine with 32 cores" },
      ],
    });
  });

  it("says of each machine that does not count why", () => {
    expect(read(text).refused).toMatchObject([
      { line: 5, reasons: ["It is switched off (poweredOff)."] },
      { line: 6, reasons: ["It is a template, and no machine."] },
      { line: 7, reasons: [expect.stringContaining("“many” cannot be read as one number.")] },
      { line: 8, reasons: ["It has no host."] },
    ]);
  });

  it("reads the names that its command line writes too, parted by semicolons", () => {
    const cli = "vInfoVMName;vInfoPowerstate;vInfoTemplate;vInfoCPUs;vInfoHost\na;poweredOn;False;64;esx1\n";
    expect(read(cli)).toMatchObject({ format: "rvTools", rows: [{ label: "esx1", equivalents: 1 }] });
  });

  it("gives a row a machine where a person says that there are no hosts", () => {
    const { rows } = read(text, { host: "" });
    expect(rows.map(({ label, equivalents }) => [label, equivalents])).toEqual([
      ["a", 0.25],
      ["b", 0.5],
      ["c", 0.125],
      ["f", 0.0625],
    ]);
  });
});

describe("a list of machines", () => {
  it("is read with cores, disks, days of purchase and prices", () => {
    const text =
      "Name\tType\tCores\tMemory\tDisk (TB)\tBought\tPrice\n" +
      "Rack A\tserver\t32\t256\t4\t2024-03-15\t9.000 €\n" +
      "Filer\tNAS\t8\t64\t96\t2023-12\t7500\n" +
      "Core switch\tSwitch\t\t\t\t\t4.200,50 €\n" +
      "Old one\tserver\t0\t16\t1\t2019\t10\n";
    // By hand: 32 / 64 servers, 96 / 192 storage servers; 4.200,50 shows what 9.000 is; March 2024 and December 2023 are 34 and 37 months before January 2027.
    expect(read(text)).toMatchObject({
      format: "plain",
      rows: [
        { label: "Rack A", what: "server", equivalents: 0.5, ageMonths: 34, pricePaid: 9_000 },
        { label: "Filer", what: "storageServer", equivalents: 0.5, ageMonths: 37, pricePaid: 7_500 },
        { label: "Core switch", what: "network", pricePaid: 4_200.5 },
      ],
      refused: [{ line: 5, reasons: [expect.stringContaining("“2019” cannot be read as a month")] }],
    });
  });

  it("is read by the columns that a person says", () => {
    const text = "Bezeichnung,Kerne,Art\nRack A,64,Server\n";
    expect(read(text, { label: "Bezeichnung", cores: "Kerne", kind: "Art" }).rows).toEqual([
      { label: "Rack A", what: "server", count: 1, equivalents: 1 },
    ]);
    const unnamed = readInventory(text, settings);
    expect(unnamed).toMatchObject({ ok: false, faults: [{ key: "columns" }] });
    expect(readInventory(text, { ...settings, columns: { label: "Nom" } })).toMatchObject({ ok: false });
  });

  it("is refused line by line where a row may not be so", () => {
    expect(read("Name,Cores,Count\nA,0,1\nB,64,1.5\n,64,1\n").refused.map(({ reasons }) => reasons)).toEqual([
      ["Standard units each must be above 0 units; you typed 0."],
      ["Count must be a whole number; you typed 1.5."],
      ["Name must not be empty."],
    ]);
  });
});

describe("a list whose columns the organisation has named", () => {
  it("is read by what it said of them, and by what a person says now", () => {
    const text = "Gerät;Kerne;Platten (TB);Plattenlager (TB);Rolle\ndb-01;32;;;\nnas-01;8;90;6;Storage\n";
    const known = new Map([
      ["gerät", "label"],
      ["kerne", "cores"],
      ["rolle", "what"],
    ]);
    expect(isInventory(text)).toBe(false);
    expect(isInventory(text, { known })).toBe(true);
    const found = readInventory(text, { ...settings, known, stated: [undefined, undefined, "disk", "disk"] });
    // 32 of 64 cores; 90 + 6 of 192 TB.
    expect(found).toMatchObject({
      ok: true,
      rows: [
        { row: { label: "db-01", what: "server", count: 1, equivalents: 0.5 } },
        { row: { label: "nas-01", what: "storageServer", count: 1, equivalents: 0.5 } },
      ],
      refused: [],
    });
    const more = "Name,Cores,Alter,Raum\nweb-01,32,80,B1\n";
    const stated = [undefined, undefined, "ageMonths", "note"];
    expect(readInventory(more, { ...settings, stated })).toMatchObject({
      rows: [{ row: { label: "web-01", equivalents: 0.5, ageMonths: 80, note: "B1" } }],
    });
    expect(found.ok && found.found.map(({ key }) => key)).toEqual(["label", "cores", "disk", "disk", "what"]);
  });
});
