import "server-only";
import { createHash } from "node:crypto";
import type { MadeModel } from "@/lib/draft/figures/begin-with-figures";
import type { ModelDraft } from "@/lib/draft/model";
import { faultsSchema } from "@/lib/schemas/api/problem";
import type { OrganisationViewAccess } from "@/lib/server/access/organisation";
import type { TokenHolder } from "@/lib/server/access/person";
import { type CreateOutcome, createModel } from "@/lib/server/models/create-model";
import type { RequestOrigin } from "@/lib/server/runtime/request";
import { inScope, type ScopedTransaction } from "@/lib/server/runtime/scope";
import { Prisma } from "@/prisma/generated/client";

interface CreateRequest {
  draft: ModelDraft;
  templateKey: string | null;
  /** As createModel has it. */
  making: { typed?: readonly string[] };
  /** The Idempotency-Key. */
  key: string;
  body: string;
}

const day = 24 * 60 * 60 * 1_000;

/**
 * Creates a model at most once for a key: the same request sent again finds what the first made, and what was
 * left out of it. The key is written with the model, in one
 * transaction, so of two that come at once one waits for the other.
 *
 * @returns "different" where the key came with another body before
 */
export async function createOnce(
  holder: TokenHolder,
  access: OrganisationViewAccess,
  { draft, templateKey, making, key, body }: CreateRequest,
  origin: RequestOrigin,
): Promise<CreateOutcome | "different"> {
  const { organisationId } = access;
  const { tokenId } = holder;
  const requestHash = Uint8Array.from(createHash("sha256").update(body).digest());
  const earlier = () =>
    inScope(access.scope, async (tx): Promise<CreateOutcome | "different" | null> => {
      const where = { organisationId, tokenId, key };
      await tx.apiCreation.deleteMany({ where: { ...where, createdAt: { lt: new Date(Date.now() - day) } } });
      const found = await tx.apiCreation.findFirst({
        where,
        select: { requestHash: true, modelId: true, leftOut: true },
      });
      if (found === null) return null;
      if (!Buffer.from(found.requestHash).equals(requestHash)) return "different";
      return { ok: true, id: found.modelId, leftOut: faultsSchema.parse(found.leftOut) };
    });
  const found = await earlier();
  if (found !== null) return found;
  try {
    const also = async (tx: ScopedTransaction, { id: modelId, leftOut = [] }: MadeModel) => {
      const data = {
        organisationId,
        tokenId,
        key,
        requestHash,
        modelId,
        leftOut: leftOut.map((fault) => ({ ...fault })),
      };
      await tx.apiCreation.create({ data, select: { key: true } });
    };
    return await createModel(access, draft, templateKey, origin, { ...making, also });
  } catch (error) {
    if (!(error instanceof Prisma.PrismaClientKnownRequestError) || error.code !== "P2002") throw error;
    const winner = await earlier();
    if (winner === null) throw error;
    return winner;
  }
}
