import "server-only";
import { z } from "zod";
import { isInputKey } from "@/lib/model/inputs";
import type { OrganisationManageAccess } from "@/lib/server/access/organisation";
import type { ScopedTransaction } from "@/lib/server/runtime/scope";
import { inputNameInGroup } from "@/lib/value/input-name";
import type { EventRow } from "./sql";

type Named = Pick<EventRow, "actorId" | "subjectType" | "subjectId" | "detail">;

/** Whom and what some events are about, by kind. */
function idsOf(events: readonly Named[]) {
  const found = new Map<string, Set<string>>();
  const note = (kind: string, id: unknown) => {
    // Columns of ids take nothing else, and an id in the log is a text.
    if (!z.uuid().safeParse(id).success) return;
    found.set(kind, (found.get(kind) ?? new Set()).add(id as string));
  };
  for (const { actorId, subjectType, subjectId, detail } of events) {
    note("user", actorId);
    note(subjectType === "membership" ? "user" : subjectType, subjectId);
    note("model", detail.model);
  }
  return (kind: string): string[] => [...(found.get(kind) ?? [])];
}

/**
 * What some events' actors and subjects are called, by id: one query for each kind that is there. What is gone, has no name, or is not to
 * be seen by the reader, is missing.
 */
export async function subjectNames(
  tx: ScopedTransaction,
  { organisationId }: OrganisationManageAccess,
  events: readonly Named[],
): Promise<ReadonlyMap<string, string>> {
  const ids = idsOf(events);
  const names = new Map<string, string>();
  async function add(kind: string, read: (where: { organisationId: string; id: { in: string[] } }) => Promise<Row[]>) {
    const wanted = ids(kind);
    if (wanted.length === 0) return;
    for (const { id, name } of await read({ organisationId, id: { in: wanted } })) if (name !== "") names.set(id, name);
  }
  // People belong to no organisation; the policy shows those who have to do with one's own.
  await add("user", ({ id }) => tx.user.findMany({ where: { id }, select: { id: true, name: true } }));
  await add("model", (where) => tx.costModel.findMany({ where, select: { id: true, name: true } }));
  await add("scenario", (where) => tx.scenario.findMany({ where, select: { id: true, name: true } }));
  await add("decision", async (where) =>
    (await tx.decision.findMany({ where, select: { id: true, title: true } })).map(({ id, title }) => ({
      id,
      name: title,
    })),
  );
  await add("figure", async (where) =>
    (await tx.organisationFigure.findMany({ where, select: { id: true, part: true, key: true, content: true } })).map(
      (figure) => ({ id: figure.id, name: figureName(figure) }),
    ),
  );
  await add("token", (where) => tx.apiToken.findMany({ where, select: { id: true, name: true } }));
  await add("link", async (where) =>
    (await tx.shareLink.findMany({ where, select: { id: true, label: true } })).map(({ id, label }) => ({
      id,
      name: label,
    })),
  );
  await add("share", async (where) =>
    (await tx.share.findMany({ where, select: { id: true, user: { select: { name: true } } } })).map(
      ({ id, user }) => ({ id, name: user.name }),
    ),
  );
  const invitation = { id: true, email: true } as const;
  await add("invitation", async (where) =>
    [
      ...(await tx.shareInvitation.findMany({ where, select: invitation })),
      ...(await tx.organisationInvitation.findMany({ where, select: invitation })),
    ].map(({ id, email }) => ({ id, name: email })),
  );
  return names;
}

/** What a figure is for: the label of its input, or its line by name while it is there. */
function figureName({ part, key, content }: { part: string; key: string; content: unknown }): string {
  if (part === "currency") return "Currency";
  if (part === "inputs" && isInputKey(key)) return inputNameInGroup(key);
  const row = (content as { row?: { label?: string; role?: string } } | null)?.row;
  return row?.label ?? row?.role ?? "";
}

interface Row {
  id: string;
  name: string;
}
