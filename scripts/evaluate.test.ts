import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { evaluateFile } from "./evaluating/evaluate-file";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "peerbalance-evaluate-"));

interface Ended {
  code: number;
  stdout: string;
  stderr: string;
}

/** Runs the real command, without the environment that the server has. */
function run(command: string, args: string[], input = ""): Promise<Ended> {
  return new Promise((done) => {
    const child = execFile(
      command,
      args,
      { cwd: root, env: { NODE_ENV: "test", PATH: process.env.PATH, HOME: folder }, maxBuffer: 1e8 },
      (error, stdout, stderr) => done({ code: error ? Number(error.code) : 0, stdout, stderr }),
    );
    child.stdin?.on("error", () => {});
    child.stdin?.end(input);
  });
}

const command = ["--import", "tsx", "scripts/evaluate.ts"];

/** What the command answers, without a process: that a process prints it, and ends by it, is tried of some. */
const answerTo = (args: readonly string[], input = "") => evaluateFile(args, Readable.from([Buffer.from(input)]));

/** The document of what stands on standard input, as it is printed. */
async function documentOf(given: unknown) {
  const answer = await answerTo(["-"], JSON.stringify(given));
  if (!answer.ok) throw new Error(JSON.stringify(answer.faults));
  return JSON.parse(JSON.stringify(answer.document));
}

async function errorsOf(given: unknown) {
  const answer = await answerTo(["-"], typeof given === "string" ? given : JSON.stringify(given));
  if (answer.ok) throw new Error("there is nothing wrong with it");
  for (const { message } of answer.faults) expect(message).toMatch(/[a-z].*\.$/);
  return answer.faults;
}

describe("npm run evaluate", { timeout: 60_000 }, () => {
  it("reads what an organisation has in rows, beside inputs and own lines", async () => {
    const oracle = new URL("../lib/model/oracles/everything-of-ones-own.json", import.meta.url);
    const { source, relativeTolerance, expected, ...stated } = JSON.parse(readFileSync(oracle, "utf8"));
    expect(Object.keys(stated).sort()).toEqual(
      ["customLines", "equipmentLines", "inputs", "participantKinds", "register", "staffLines"].sort(),
    );
    const { ranking, breakEven, architectures } = await documentOf(stated);
    expect({ ranking, breakEven }).toEqual({ ranking: expected.ranking, breakEven: expected.breakEven });
    for (const [name, { total }] of Object.entries<{ total: number }>(expected.architectures))
      expect(Math.abs(architectures[name].total / total - 1)).toBeLessThanOrEqual(relativeTolerance);
  });

  it("says of each row what is wrong with it", async () => {
    const kind = { label: "All", share: 0.4 };
    const errors = await errorsOf({
      register: [{ label: "Rack", what: "server", count: 1.5 }],
      equipmentLines: [{ label: "Firewall", category: "hardware", architectures: ["cloud"], pieces: 1, price: 1 }],
      staffLines: [{ role: "Help", architectures: ["cloud"], fte: -1, pay: 1, shift: "night" }],
      participantKinds: [kind, kind],
    });
    expect(errors.map(({ key }) => key).sort()).toEqual([
      ...["equipmentLines.0.lifeMonths", "participantKinds", "register.0.count", "staffLines.0.fte"],
      "staffLines.0.shift",
    ]);
  });

  it("prints the document of a file and nothing else, by the names of section 13", async () => {
    const file = join(folder, "model.json");
    writeFileSync(file, JSON.stringify({ inputs: { horizonMonths: 12 } }));
    const { code, stdout } = await run("npm", ["run", "--silent", "evaluate", "--", file]);
    expect(code).toBe(0);
    const document = JSON.parse(stdout);
    expect(stdout).toBe(`${JSON.stringify(document)}\n`);
    expect(Object.keys(document)).toEqual(["months", "ranking", "breakEven", "architectures"]);
    expect(document.months).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    // Copied from model.md section 13.
    const names =
      "views total residual netPresentCost levelisedMonthly unavailability annualLoss outage expectedLoss participantCost participantPaid rewardSufficiency energyKWh participantKWh carbonKg participantCarbonKg perUserMonth perTBDelivered perTBStoredMonth feasible permitted meetsAvailability meetsAnnualLoss eligible quantities";
    expect(Object.keys(document.architectures)).toEqual(["onPremises", "cloud", "hybrid", "peerToPeer"]);
    for (const result of Object.values<Record<string, object>>(document.architectures)) {
      expect(Object.keys(result).join(" ")).toBe(names);
      expect(Object.keys(result.views as object)).toEqual(["cash", "straightLine", "financed"]);
      expect((result.unavailability as unknown[])[0]).toBeNull();
    }
    const quantities = Object.fromEntries(
      Object.entries<{ quantities: object }>(document.architectures).map(([name, result]) => [
        name,
        Object.keys(result.quantities).sort().join(" "),
      ]),
    );
    expect(quantities).toEqual({
      onPremises: "servers storageServers",
      cloud: "",
      hybrid: "contributors offload offloadPeak servers signalling storageServers",
      peerToPeer: "averageExpansion coordinators installs peers repairRatio",
    });
  });

  it("reads standard input, whose inputs and own lines may be left out, and gives the figures of an independent evaluation", async () => {
    const { expected } = JSON.parse(readFileSync(join(root, "lib/model/oracles/defaults.json"), "utf8"));
    const { code, stdout } = await run("node", [...command, "-"], "{}");
    expect(code).toBe(0);
    const { architectures } = JSON.parse(stdout);
    for (const name of ["onPremises", "cloud", "hybrid", "peerToPeer"]) {
      const wanted = expected.architectures[name].total;
      expect(Math.abs(architectures[name].total / wanted - 1), name).toBeLessThan(1e-9);
    }
    expect(stdout).not.toMatch(/-0[,\]}]/);
  });

  it("adds the uncertainty that an independent evaluation finds, where the file asks for trials", async () => {
    const oracle = join(root, "lib/analysis/uncertainty/oracles/uncertainty-template.json");
    const { request, expected } = JSON.parse(readFileSync(oracle, "utf8"));
    const { uncertainty } = await documentOf(request);
    expect(Object.keys(uncertainty).sort()).toEqual(Object.keys(expected).sort());
    expect(uncertainty).toMatchObject({
      seed: expected.seed,
      kept: expected.kept,
      leftOut: expected.leftOut,
      drivers: expected.drivers,
      drawn: expected.drawn,
      choice: expected.choice,
    });
    for (const name of ["onPremises", "cloud", "hybrid", "peerToPeer"]) {
      const wanted = expected.architectures[name].netPresentCost.mean;
      expect(Math.abs(uncertainty.architectures[name].netPresentCost.mean / wanted - 1), name).toBeLessThan(1e-9);
    }
  });

  it("takes trials and seed from behind the command, in the place of the file's", async () => {
    const file = join(folder, "trials.json");
    writeFileSync(file, JSON.stringify({ trials: 3_000, seed: 1 }));
    const args = [file, "--trials", "1000", "--seed", "7"];
    const { uncertainty } = JSON.parse((await run("node", [...command, ...args])).stdout);
    expect(uncertainty).toMatchObject({ trials: 1_000, seed: 7 });
    expect(await answerTo([...args.slice(0, -1), "many"])).toEqual({
      ok: false,
      faults: [{ key: "seed", message: "Seed must be a whole number from 0 to 4,294,967,295." }],
    });
  });

  it("takes a second or two of the processor from start to end", async () => {
    // The time of the clock says more of what else the machine does; the shell tells that of the processor.
    const { stdout } = await run("bash", [
      "-c",
      "echo '{}' | node --import tsx scripts/evaluate.ts - > /dev/null; times",
    ]);
    const children = stdout.trim().split("\n").at(-1) ?? "";
    const [user, system] = [...children.matchAll(/(\d+)m([\d.]+)s/g)].map(([, m, s]) => Number(m) * 60 + Number(s));
    expect((user as number) + (system as number)).toBeGreaterThan(0.1);
    expect((user as number) + (system as number)).toBeLessThan(4);
  });

  it("names every fault at once", async () => {
    const errors = await errorsOf(
      `{"inputs": {"users": 1, "users": 1e400, "user": 2, "__proto__": 3, "dataPieces": "x", "sites": 1.5, "serverLifeMonths": 3,
        "storageDataPieces": 30, "storageTotalPieces": 20, "currentArchitecture": "mainframe"},
        "customLines": [{"label": "a", "category": "transition", "architectures": ["cloud"], "kind": "once", "amount": -1e999, "unit": 1}],
        "currency": "USD"}`,
    );
    expect(errors.map(({ key }) => key).sort()).toEqual(
      [
        "__proto__",
        "currency",
        "currentArchitecture",
        "customLines.0.amount",
        "customLines.0.category",
        "customLines.0.unit",
        "dataPieces",
        "serverLifeMonths",
        "sites",
        "storageDataPieces",
        "user",
        "users",
        "users",
      ].sort(),
    );
    expect(errors.find(({ key }) => key === "serverLifeMonths")?.message).toBe(
      "Life of a server must be between 6 and 180 months; you typed 3.",
    );
  });

  it("refuses what is no JSON, no object, no text, no file or no argument with a sentence", async () => {
    const texts = ['{"inputs":', "[]", "null", '{"inputs": []}', '{"inputs": {}, "customLines": {}}', ""];
    await Promise.all(texts.map(async (given) => expect((await errorsOf(given)).length, given).toBe(1)));
    for (const args of [[], ["missing.json"], [folder], ["a.json", "b.json"]]) {
      expect(await answerTo(args), args.join()).toEqual({
        ok: false,
        faults: [{ key: "file", message: expect.stringMatching(/[a-z].*\.$/) }],
      });
    }
  });

  it("prints what is wrong, and nothing else, and ends with 2", async () => {
    const { code, stdout, stderr } = await run("node", [...command, "missing.json"]);
    expect({ code, stderr }).toEqual({ code: 2, stderr: "" });
    expect(JSON.parse(stdout)).toEqual({ errors: [{ key: "file", message: 'There is no file "missing.json".' }] });
  });

  it("says in a sentence which figure is too large to mean anything", async () => {
    // 1e12 core-hours × 1000, tripled each year for ten years: some 1e19 core-hours, on servers that give 1 each.
    const errors = await errorsOf({
      inputs: { coreHours: 1e12, demandScale: 1000, coreHoursGrowth: 2, horizonMonths: 120, coresPerServer: 1 },
    });
    expect(errors.length).toBe(1);
    expect(errors[0]?.message).toContain("too large to mean anything");
    expect(errors[0]?.message).not.toMatch(/NaN|Infinity/);
  });
});
