import "server-only";
import type { CostModelCard } from "@/lib/schemas/model";
import type { AuthenticatedUser } from "@/lib/server/access";
import { inScope } from "@/lib/server/scope";
import { nameOf } from "./model-row";

/** Every model that the person may see, newest change first: those of their organisations, and those shared with them. */
export async function listModels(user: AuthenticatedUser): Promise<CostModelCard[]> {
  return inScope({ user: user.id }, async (tx) => {
    const memberships = await tx.membership.findMany({
      where: { userId: user.id },
      select: { organisationId: true, role: true },
    });
    const own = memberships.map(({ organisationId }) => organisationId);
    const managed = memberships.filter(({ role }) => role !== "member").map(({ organisationId }) => organisationId);
    const rows = await tx.costModel.findMany({
      where: {
        OR: [
          { organisationId: { in: managed } },
          { organisationId: { in: own }, isPrivate: false },
          { organisationId: { in: own }, creatorId: user.id },
          { shares: { some: { userId: user.id } } },
        ],
      },
      orderBy: [{ changedAt: "desc" }, { id: "asc" }],
      take: 1_000,
      select: {
        id: true,
        name: true,
        changedAt: true,
        organisationId: true,
        organisation: { select: { name: true } },
        revisions: { orderBy: { number: "desc" }, take: 1, select: { author: { select: { name: true } } } },
        shares: { where: { userId: user.id }, select: { role: true } },
      },
    });
    return rows.map((row) => ({
      id: row.id,
      name: row.name,
      organisationName: row.organisation.name,
      access: own.includes(row.organisationId) ? "yours" : (row.shares[0]?.role ?? "viewer"),
      changedAt: row.changedAt.toISOString(),
      changedBy: nameOf(row.revisions),
    }));
  });
}
