import { describe, expect, it } from "vitest";
import { isSessionLive, isSightingDue, nextLook } from "./session-rules";

const at = (text: string) => new Date(`2026-${text}Z`);

describe("a session", () => {
  const createdAt = at("03-01T12:00:00");

  it("lasts 7 days after it was last seen", () => {
    const session = { createdAt, seenAt: at("03-05T12:00:00"), endedAt: null };
    expect(isSessionLive(session, at("03-12T11:59:59"))).toBe(true);
    expect(isSessionLive(session, at("03-12T12:00:00"))).toBe(false);
  });

  it("lasts 30 days at most, however often it is seen", () => {
    const session = { createdAt, seenAt: at("03-31T11:00:00"), endedAt: null };
    expect(isSessionLive(session, at("03-31T11:59:59"))).toBe(true);
    expect(isSessionLive(session, at("03-31T12:00:00"))).toBe(false);
  });

  it("is over once it was ended", () => {
    expect(isSessionLive({ createdAt, seenAt: createdAt, endedAt: createdAt }, createdAt)).toBe(false);
  });

  it("is written down as seen at most every five minutes", () => {
    expect(isSightingDue(createdAt, at("03-01T12:04:59"))).toBe(false);
    expect(isSightingDue(createdAt, at("03-01T12:05:00"))).toBe(true);
  });

  it("is judged anew once it is to be seen again, or is over", () => {
    expect(nextLook({ createdAt, seenAt: at("03-05T12:00:00") })).toEqual(at("03-05T12:05:00"));
    expect(nextLook({ createdAt, seenAt: at("03-31T11:58:00") })).toEqual(at("03-31T12:00:00"));
  });
});
