import { AsyncLocalStorage } from "node:async_hooks";
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { authorizeModel } from "@/lib/server/access/model";
import { holderOfApiToken, userOfSession } from "@/lib/server/access/person";
import { createApiToken } from "@/lib/server/api/tokens";
import { endSession } from "@/lib/server/auth/sessions";
import { loadModel } from "@/lib/server/models/get-model";
import { saveModel } from "@/lib/server/models/save-model";
import { isWithinLimit } from "@/lib/server/runtime/limits/rate-limits";
import { isWithinSteadyLimit } from "@/lib/server/runtime/limits/steady-limit";
import { drawAnewAfter, keepPage } from "@/lib/server/runtime/page-reads";
import { readInScope } from "@/lib/server/runtime/read-scope";
import { inScope } from "@/lib/server/runtime/scope";
import type { PageReads } from "@/lib/web-process/page-reads";
import { sharedState } from "@/lib/web-process/shared-state";
import { asOwner } from "@/test/database/as-owner";
import {
  addMember,
  confirmed,
  newModelOf,
  newPerson,
  organisationOf,
  someDraft,
  someModel,
  someOrigin,
} from "@/test/people";

// As the web process has it while a page is drawn; other files of this process draw none.
const drawnPages = new AsyncLocalStorage<PageReads>();
beforeAll(() => {
  sharedState.drawnPages = drawnPages;
});
afterAll(() => {
  delete sharedState.drawnPages;
});

async function drawing(work: () => Promise<unknown>): Promise<PageReads> {
  const page: PageReads = { reads: [], uses: [], isKept: false, isSpoilt: false, until: 2_000 };
  await drawnPages.run(page, work);
  return page;
}

const isAsRead = (page: PageReads) => sharedState.isAsRead?.(page.reads);

describe("a page that is drawn", () => {
  it("is as it was read until something that it shows has changed", async () => {
    const { access } = await newModelOf("Ada");
    const page = await drawing(() => loadModel(access));
    expect(page.isSpoilt).toBe(false);
    expect(page.reads.length).toBeGreaterThan(0);
    expect(await isAsRead(page)).toBe(true);
    const given = { revision: 1, draft: { ...someDraft, name: "Another name" } };
    expect(await saveModel(access, given, someOrigin())).toMatchObject({ kind: "saved" });
    expect(await isAsRead(page)).toBe(false);
  });

  it("is not as it was once the session has ended, or its person sees less", async () => {
    const [{ user: ada }, { user: bob, token }] = [await newPerson("Ada"), await newPerson("Bob")];
    const organisation = await organisationOf(ada);
    await addMember(organisation, bob, "member");
    const id = await someModel(ada);
    const access = await authorizeModel(bob, id, "view");
    if (access === null || access === "refused") throw new Error("a member sees the model");
    const ofSession = await drawing(() => userOfSession(token));
    const ofModel = await drawing(() => loadModel(access));
    expect([await isAsRead(ofSession), await isAsRead(ofModel)]).toEqual([true, true]);
    await asOwner("delete from public.memberships where user_id = $1 and organisation_id = $2", [
      bob.id,
      organisation.organisationId,
    ]);
    expect([await isAsRead(ofSession), await isAsRead(ofModel)]).toEqual([true, false]);
    await endSession(token, someOrigin());
    expect(await isAsRead(ofSession)).toBe(false);
  });

  it("is drawn anew each time where it used Prisma, counted a use, or a statement failed", async () => {
    const { user } = await newPerson("Ada");
    const spoilt = await Promise.all([
      drawing(() => inScope({ user: user.id }, (tx) => tx.membership.count())),
      drawing(() => isWithinLimit("a page", user.id, { points: 5, seconds: 60 })),
      drawing(() =>
        readInScope({ user: user.id }, (tx) => tx.$queryRaw`select 1 / 0`).catch((error: Error) => error.message),
      ),
    ]);
    expect(spoilt.map(({ isSpoilt }) => isSpoilt)).toEqual([true, true, true]);
  });

  it("counts a steady use again each time it is given, and is not given beyond the limit", async () => {
    const key = randomUUID();
    const use = () => isWithinSteadyLimit("an answer", key, { points: 4, seconds: 60 });
    await use();
    const page = await drawing(use);
    expect(page).toMatchObject({ isSpoilt: false, uses: [{ what: "an answer", key, points: 4, seconds: 60 }] });
    const again = () => sharedState.countAgain?.(page.uses);
    expect([await again(), await again(), await again()]).toEqual([true, true, false]);
    expect(await use()).toBe(false);
  });

  it("is not as it was once the token that it was read by has been revoked", async () => {
    const { user } = await newPerson("Ada");
    const access = await organisationOf(user);
    const given = { name: "Job", scopes: ["models:read" as const], days: 30 as const };
    const made = await createApiToken(access, confirmed(user), given, someOrigin());
    if (!made.ok) throw new Error("a token is made");
    const page = await drawing(() => holderOfApiToken(made.token));
    expect(page.isSpoilt).toBe(false);
    expect(await isAsRead(page)).toBe(true);
    await asOwner("update public.api_tokens set revoked_at = now() where user_id = $1", [user.id]);
    expect(await isAsRead(page)).toBe(false);
  });

  it("is kept where it says so, until the first moment that is named", async () => {
    const page = await drawing(async () => {
      keepPage();
      for (const moment of [3_000, 1_500, 1_800]) drawAnewAfter(new Date(moment));
    });
    expect(page).toMatchObject({ isKept: true, isSpoilt: false, until: 1_500 });
  });
});
