import { describe, expect, it } from "vitest";
import { feedsWords } from "./feeds-words";

// By what each input is: a cloud core is paid in the cloud alone, support wherever people ask.
describe("what an input feeds", () => {
  it("names the categories and the architectures", () => {
    expect(feedsWords("cloudPue")).toBe("Feeds: carbon of the cloud.");
    expect(feedsWords("supportSalary")).toBe("Feeds: staff of all four.");
    expect(feedsWords("relayPerTB")).toBe("Feeds: coordination of peer to peer.");
  });

  it("says so of what reaches nearly all", () => {
    expect(feedsWords("demandScale")).toContain("nearly all cost of");
  });

  it("has words for what reaches no cost", () => {
    expect(feedsWords("discountRate")).toBe("Feeds: net present cost of all four.");
    expect(feedsWords("targetAvailability")).toMatch(/^Feeds: /);
  });
});
