import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Proposal } from "@/lib/schemas/decision/proposal";
import { authorizeModel, type ShareAccess } from "@/lib/server/access/model";
import type { SessionUser } from "@/lib/server/access/person";
import { saveModel } from "@/lib/server/models/save-model";
import { listNotices } from "@/lib/server/notices/list-notices";
import { acceptInvitation } from "@/lib/server/sharing/accept-invitation";
import { createInvitation } from "@/lib/server/sharing/create-invitation";
import { sweep } from "@/scripts/database/sweep.mjs";
import { asOwner } from "@/test/database/as-owner";
import { databaseUrls } from "@/test/database/database-urls";
import { answered, proposed, someProposal } from "@/test/decided";
import { mailServerOfThisFile } from "@/test/mail-server";
import { newPersonSignedIn, someDraft, someModel, someOrigin } from "@/test/people";
import { checkDueDecisions } from "./daily-check";
import { getDecision } from "./get-decision";

vi.mock("@/lib/server/uncertainty/run-uncertainty", () => import("@/test/trials-here"));
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const arrived = mailServerOfThisFile();
let ada: SessionUser;
let modelId: string;
let owner: ShareAccess;

beforeEach(async () => {
  ada = (await newPersonSignedIn("Ada")).user;
  await asOwner("update public.users set email_verified_at = now() where id = $1", [ada.id]);
  await newModel();
  arrived.length = 0;
});

async function newModel() {
  modelId = await someModel(ada);
  owner = (await authorizeModel(ada, modelId, "share")) as ShareAccess;
}

async function decide(change: Partial<Proposal> = {}) {
  const given = await proposed(owner, someProposal([ada], change));
  expect(await answered(ada, modelId, given)).toEqual({ ok: true, state: "approved" });
}

async function setUsers(users: number, revision: number) {
  const draft = { ...someDraft, inputs: { users } };
  expect(await saveModel(owner, { revision, draft }, someOrigin())).toMatchObject({ kind: "saved" });
}

const sweepOn = (day: string) => sweep(databaseUrls().ownerUrl, () => checkDueDecisions(new Date(day)));
const later = (hours: number) =>
  asOwner("update public.decisions set checked_at = checked_at - $1 * interval '1 hour'", [hours]);
const noticesOf = async ({ id }: SessionUser) =>
  (await asOwner("select from public.notices where user_id = $1 and kind = 'decision_due'", [id])).length;
/** How often its owner was told, on the page and by mail. */
const told = async () => {
  const mails = arrived.filter(({ to }) => to && !Array.isArray(to) && to.value[0]?.address === ada.email);
  return [await noticesOf(ada), mails.length];
};

const aboveSeventy: Proposal["conditions"] = [{ of: "input", input: "users", is: "above", than: 70_000 }];

describe("a sweep", () => {
  it("tells who answers for a decision once of a condition that holds, on the page and by mail", async () => {
    await decide({ conditions: aboveSeventy });
    expect((await sweepOn("2027-06-01"))?.decisions).toBeGreaterThan(0);
    await setUsers(80_000, 1);
    // A decision is looked at once a day: an hour later it is not its turn.
    await later(1);
    await sweepOn("2027-06-01");
    expect(await told()).toEqual([0, 0]);
    await later(23);
    await sweepOn("2027-06-02");
    expect(await told()).toEqual([1, 1]);
    expect(arrived[0]).toMatchObject({
      to: { value: [{ address: ada.email }] },
      subject: "It is time to look again at a decision on “Patches”: a condition holds, or its review date has come.",
      text: expect.stringContaining(`${process.env.APP_URL}/models/${modelId}/decisions/1`),
    });
    expect((await listNotices(ada))[0]).toMatchObject({ kind: "decision_due", decisionNumber: 1 });
    // Neither the next hour nor the next day, as long as nothing else has come to hold.
    for (const hours of [1, 24]) {
      await later(hours);
      await sweepOn("2027-06-03");
    }
    expect(await told()).toEqual([1, 1]);
    // It ceases to hold, and holds again: that is news.
    for (const [users, revision] of [
      [60_000, 2],
      [80_000, 3],
    ] as const) {
      await setUsers(users, revision);
      await later(24);
      await sweepOn("2027-06-05");
    }
    expect(await told()).toEqual([2, 2]);
  });

  it("tells once of a review date, from its day on", async () => {
    await decide({ reviewOn: "2028-03-03" });
    for (const [day, times] of [
      ["2028-03-02T23:00:00Z", 0],
      ["2028-03-03T01:00:00Z", 1],
      ["2028-03-04T01:00:00Z", 1],
    ] as const) {
      await sweepOn(day);
      expect(await told()).toEqual([times, times]);
      await later(24);
    }
  });

  it("does not take back what it has told of where trials cannot be run for a day", async () => {
    await decide({
      conditions: [{ of: "figure", figure: "cheapest", architecture: "cloud", is: "above", than: 0.999 }],
    });
    const decision = await getDecision(owner, 1);
    const alert = JSON.stringify(decision?.document.decision.conditions[0]);
    await asOwner("update public.decisions set alerts = array[$1] where model_id = $2", [alert, modelId]);
    const trials = await import("@/lib/server/uncertainty/run-uncertainty");
    const away = vi.spyOn(trials, "uncertaintyForPage").mockResolvedValue(null);
    await sweepOn("2027-06-01");
    away.mockRestore();
    const [row] = await asOwner("select alerts from public.decisions where model_id = $1", [modelId]);
    expect(row?.alerts).toEqual([alert]);
  });

  it("is done by one server of several", async () => {
    let first: ReturnType<typeof sweep> | undefined;
    let find = (_decisions: number) => {};
    const looking = new Promise<void>((isLooking) => {
      const look = () => {
        isLooking();
        return new Promise<number>((resolve) => {
          find = resolve;
        });
      };
      first = sweep(databaseUrls().ownerUrl, look);
    });
    await looking;
    const looked = vi.fn(async () => 1);
    expect(await sweep(databaseUrls().ownerUrl, looked)).toBeNull();
    expect(looked).not.toHaveBeenCalled();
    find(7);
    expect(await first).toMatchObject({ decisions: 7 });
    expect(await sweep(databaseUrls().ownerUrl, looked)).toMatchObject({ decisions: 1 });
  });

  it("looks at decisions though nothing could be removed, and removes though no decision could be looked at", async () => {
    const looked = vi.fn(async () => 1);
    await asOwner("alter function public.remove_old_notices() rename to away", []);
    try {
      await expect(sweep(databaseUrls().ownerUrl, looked)).rejects.toThrow(/remove_old_notices/);
    } finally {
      await asOwner("alter function public.away() rename to remove_old_notices", []);
    }
    expect(looked).toHaveBeenCalledOnce();
    await asOwner("update public.cost_models set deleted_at = now() - interval '31 days' where id = $1", [modelId]);
    await expect(sweep(databaseUrls().ownerUrl, () => Promise.reject(new Error("no pages")))).rejects.toThrow(
      "no pages",
    );
    expect(await asOwner("select from public.cost_models where id = $1", [modelId])).toEqual([]);
  });
});

describe("decisions that are due", () => {
  it("are looked at by one server of several, each once", async () => {
    await decide();
    for (let n = 0; n < 2; n++) {
      await newModel();
      await decide();
    }
    await asOwner("update public.decisions set checked_at = null", []);
    const [{ due } = {}] = await asOwner(
      `select count(*)::int as due from public.decisions d join public.cost_models c on c.id = d.model_id
       where d.state = 'approved' and d.owner_id is not null and c.deleted_at is null`,
      [],
    );
    const looked = await Promise.all([1, 2, 3].map(() => checkDueDecisions(new Date("2027-06-01"))));
    expect(Number(due)).toBeGreaterThan(2);
    expect(looked.reduce((sum, one) => sum + one, 0)).toBe(due);
  });

  it("leave out those whose person can no longer see the model", async () => {
    const { user: bob } = await newPersonSignedIn("Bob");
    const invited = await createInvitation(owner, { email: bob.email, role: "viewer" }, someOrigin());
    if (!invited.ok) throw new Error("no invitation");
    await acceptInvitation(bob, invited.link.slice(-43), someOrigin());
    await decide({ ownerId: bob.id });
    await asOwner("delete from public.shares where user_id = $1", [bob.id]);
    await checkDueDecisions(new Date("2029-01-01"));
    expect(await noticesOf(bob)).toBe(0);
  });
});
