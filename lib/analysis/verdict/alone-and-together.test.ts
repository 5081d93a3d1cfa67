import { describe, expect, it } from "vitest";
import { shareTogether, togetherWords } from "./alone-and-together";

type Tried = Parameters<typeof togetherWords>[1];

// 1,000 trials: shares below 40/1000 = 4 % are noise.
const shares = { users: 0.03, storedTB: 0.12, serverPrice: 0.4 };
const tried = (given: Partial<Tried> = {}) =>
  ({
    base: { rival: "cloud" },
    inputs: Object.entries(shares).map(([key, firstOrder]) => ({ key, firstOrder })),
    groups: [],
    together: 0.1,
    trials: 1_000,
    kept: 1_000,
    ...given,
  }) as unknown as Tried;
const words = (swings: object, given?: Partial<Tried>) =>
  togetherWords({ second: "cloud", swings }, tried(given)).replaceAll("\u00a0", " ");

describe("one input at a time beside all together", () => {
  it("says that both name the same one", () => {
    expect(words({ serverPrice: 9, users: 1 })).toBe(
      "With all moving at once, price of a server also moves it most: 40 % of the doubt.",
    );
  });

  it("says where they disagree, and how much the other has", () => {
    expect(words({ storedTB: 9, serverPrice: 1 })).toBe(
      "Alone, data stored (logical) moves it most; with all moving at once, price of a server does: 40 % of the doubt, against 12 %.",
    );
    expect(words({ users: 9 })).toContain("does: 40 % of the doubt, against too little to tell.");
  });

  it("counts what moves together as one", () => {
    const groups = [{ driver: "cloud-prices", members: ["cloudPerCoreHour", "storedTB"], firstOrder: 0.5 }] as never;
    expect(words({ serverPrice: 9 }, { groups })).toContain("(2 inputs) does: 50 % of the doubt, against 40 %.");
    expect(words({ storedTB: 9 }, { groups })).toContain("also moves it most: 50 %");
  });

  it("tells nothing from noise", () => {
    expect(words({ serverPrice: 9 }, { kept: 80 })).toBe("With all moving at once, no single input stands out.");
    expect(shareTogether(tried(), "users")).toBeNull();
    expect(shareTogether(tried(), "storedTB")).toBe(0.12);
  });

  it("says what comes of inputs acting together once trials are enough, and whom they compare with", () => {
    const all = { serverPrice: 9 };
    expect(words(all, { together: 0.3 })).not.toContain("acting together");
    expect(words(all, { together: 0.3, trials: 10_000 })).toContain(
      "30 % of the doubt comes from inputs acting together.",
    );
    expect(words(all, { base: { rival: "peerToPeer" } as never })).toContain(
      "Trials compare with peer to peer, which comes first more often than the cloud.",
    );
  });
});
