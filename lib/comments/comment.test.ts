import { describe, expect, it } from "vitest";
import { commentBodySchema, commentSubjectSchema } from "@/lib/schemas/comment-input";
import { subjectName } from "./comment";
import { mentionsIn, partsOf } from "./mentions";

const ada = "11111111-1111-4111-8111-111111111111";
const bob = "22222222-2222-4222-8222-222222222222";
const faultOf = (body: string) => commentBodySchema.safeParse(body).error?.issues[0]?.message;

describe("a comment's text", () => {
  it("comes apart into words and people", () => {
    const body = `@[${ada}], ask @[${bob}]\nor @[nobody] or @[${ada}]`;
    expect(partsOf(body)).toEqual([
      { personId: ada },
      { text: ", ask " },
      { personId: bob },
      { text: "\nor @[nobody] or " },
      { personId: ada },
    ]);
    expect(mentionsIn(body)).toEqual([ada, bob]);
  });

  it("needs words, keeps line breaks, and may have 4,000 characters with a mention counted as one", () => {
    expect(faultOf(" \n ")).toBe("A comment needs words: type some.");
    expect(commentBodySchema.parse(" a\r\n\r\nb\rc ")).toBe("a\n\nb\nc");
    expect(faultOf("x".repeat(4_000))).toBeUndefined();
    expect(faultOf("x".repeat(4_001))).toBe("A comment may have 4,000 characters; this has 4,001. Shorten it.");
    expect(faultOf(`@[${ada}]${"x".repeat(3_999)}`)).toBeUndefined();
    expect(faultOf(`@[${ada}]`.repeat(20))).toBeUndefined();
    expect(faultOf(`@[${ada}]`.repeat(21))).toBe(
      "A comment may mention people 20 times; this does 21 times. Take some out.",
    );
  });
});

describe("what a comment is on", () => {
  it("has a name on screen", () => {
    expect(subjectName({ kind: "model" })).toBe("The model");
    expect(subjectName({ kind: "input", key: "users" })).toBe("Users");
    // Four architectures have an input of this label (inputs.csv).
    expect(subjectName({ kind: "input", key: "hybridEngineeringFTE" })).toBe(
      "Software engineers who build and change the service (hybrid)",
    );
    expect(subjectName({ kind: "result", key: "answer" })).toBe("The answer");
    expect(subjectName({ kind: "result", key: "onPremises.energy" })).toBe("Energy, own servers");
    expect(subjectName({ kind: "result", key: "cloud.total" })).toBe("Total, cloud");
    expect(subjectName({ kind: "input", key: "of an older version" })).toBe("of an older version");
  });

  it("is something that there is", () => {
    const isOne = (value: unknown) => commentSubjectSchema.safeParse(value).success;
    expect(isOne({ kind: "model" })).toBe(true);
    expect(isOne({ kind: "input", key: "users" })).toBe(true);
    expect(isOne({ kind: "result", key: "hybrid.staff" })).toBe(true);
    for (const value of [
      { kind: "model", key: "users" },
      { kind: "input", key: "toString" },
      { kind: "result", key: "hybrid.toString" },
      { kind: "result", key: "hybrid.staff.x" },
      { kind: "result", key: "staff" },
      { kind: "page" },
      "model",
    ]) {
      expect(isOne(value), JSON.stringify(value)).toBe(false);
    }
  });
});
