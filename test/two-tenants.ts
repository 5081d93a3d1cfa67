import { createHash, randomBytes, randomUUID } from "node:crypto";
import { unsafeCreateAccount } from "@/lib/server/auth/sql";
import type { AuthenticatedUserId, AuthorizedModelId, AuthorizedOrganisationId } from "@/lib/server/runtime/ids";
import { inScope, type ScopedTransaction } from "@/lib/server/runtime/scope";

/** A person with an organisation of their own, a figure of its own, a model with one revision, one scenario and one comment, an open invitation and a link to it, a decision that waits for their approval and a link to its record, an invitation to the organisation, a session and a trace in the audit log. */
export interface Tenant {
  user: AuthenticatedUserId;
  email: string;
  organisation: AuthorizedOrganisationId;
  model: AuthorizedModelId;
  invitationToken: Buffer;
  linkToken: Buffer;
}

export const startMonth = new Date("2027-01-01T00:00:00Z");
export const sha256 = (token: Buffer) => new Uint8Array(createHash("sha256").update(token).digest());

/** Rows as they are stored beside inputs. */
export const storedRows = { register: [{ id: "rack", label: "Rack", what: "server", count: 1 }] };

/** Not a hash of any password: it has the form that the table demands, and signs nobody in. */
const noPassword = "$argon2id$v=19$m=19456,t=2,p=1$bm90IGEgc2FsdA$bm90IGEgaGFzaCBvZiBhbnkgcGFzc3dvcmQ";

export async function makeTenant(name: string): Promise<Tenant> {
  const email = `${name.toLowerCase()}-${randomUUID()}@example.org`;
  const account = await unsafeCreateAccount({
    email,
    name,
    passwordHash: noPassword,
    organisationName: `${name}'s`,
    invitation: null,
  });
  if (account.outcome !== "created") throw new Error(`${email} was taken`);
  const user = account.userId as AuthenticatedUserId;
  const organisation = account.organisationId as AuthorizedOrganisationId;
  const invitationToken = randomBytes(32);
  const linkToken = randomBytes(32);
  const model = await inScope({ user, organisation }, async (tx) => {
    const made = await tx.costModel.create({
      data: {
        ...{ organisationId: organisation, creatorId: user, name: `${name}'s model`, startMonth, modelVersion: 1 },
        rows: storedRows,
      },
    });
    await tx.revision.create({ data: { ...revisionOf(organisation, made.id, user), number: 1 } });
    await tx.scenario.create({ data: scenarioOf(organisation, made.id, user) });
    const ofModel = { organisationId: organisation, modelId: made.id };
    await tx.columnName.createMany({
      data: { organisationId: organisation, rowTable: "register", name: "kerne", key: "cores", changedById: user },
    });
    await tx.decisionCriteria.createMany({ data: { ...ofModel, changedById: user, settings: {} } });
    await tx.organisationFigure.createMany({ data: figureOf(organisation, user) });
    await tx.decisionWeights.createMany({ data: { ...ofModel, userId: user, swings: { cost: 100 } } });
    await tx.presence.create({ data: { organisationId: organisation, modelId: made.id, userId: user, name } });
    await tx.shareInvitation.create({
      data: {
        organisationId: organisation,
        modelId: made.id,
        email: "guest@example.org",
        role: "viewer",
        tokenHash: sha256(invitationToken),
        createdById: user,
        expiresAt: new Date(Date.now() + 86_400_000),
      },
    });
    await tx.organisationInvitation.create({
      data: {
        organisationId: organisation,
        email: "colleague@example.org",
        role: "member",
        tokenHash: new Uint8Array(randomBytes(32)),
        createdById: user,
        expiresAt: new Date(Date.now() + 86_400_000),
      },
      select: { id: true },
    });
    await tx.shareLink.createMany({ data: linkOf(organisation, made.id, user, linkToken) });
    await tx.comment.create({ data: { ...commentOf(organisation, made.id, user), subject: "model" } });
    const decision = await tx.decision.create({
      data: await decisionOf(tx, organisation, made.id, user),
      select: { id: true },
    });
    const ofDecision = { organisationId: organisation, modelId: made.id, decisionId: decision.id };
    await tx.decisionApproval.createMany({ data: { ...ofDecision, userId: user, name } });
    await tx.decisionLink.createMany({
      data: {
        ...ofDecision,
        tokenHash: new Uint8Array(randomBytes(32)),
        createdById: user,
        expiresAt: new Date(Date.now() + 86_400_000),
      },
    });
    await tx.auditEvent.create({
      data: {
        organisationId: organisation,
        actorId: user,
        action: "model.created",
        subjectType: "model",
        subjectId: made.id,
        address: "192.0.2.1",
      },
    });
    await tx.session.create({
      data: { tokenHash: new Uint8Array(randomBytes(32)), userId: user, address: "192.0.2.1", agent: "test" },
    });
    const { id: tokenId } = await tx.apiToken.create({
      data: {
        organisationId: organisation,
        userId: user,
        name: "A token",
        scopes: ["models:read"],
        tokenHash: new Uint8Array(randomBytes(32)),
        expiresAt: new Date(Date.now() + 86_400_000),
      },
      select: { id: true },
    });
    await tx.apiCreation.create({
      data: {
        organisationId: organisation,
        tokenId,
        key: "a key",
        requestHash: sha256(invitationToken),
        modelId: made.id,
      },
    });
    return made.id as AuthorizedModelId;
  });
  return { user, email, organisation, model, invitationToken, linkToken };
}

export function scenarioOf(organisationId: string, modelId: string, creatorId: string) {
  const own = { name: "A scenario", inputs: { users: 1 }, rows: { register: { rack: null } } };
  return { organisationId, modelId, creatorId, changedById: creatorId, ...own };
}

export function linkOf(organisationId: string, modelId: string, createdById: string, token = randomBytes(32)) {
  const expiresAt = new Date(Date.now() + 86_400_000);
  return { organisationId, modelId, createdById, tokenHash: sha256(token), expiresAt };
}

export const figureOf = (organisationId: string, changedById: string) => ({
  ...{ organisationId, changedById, part: "inputs", key: "users" },
  content: { value: 40_000 },
});

/** A decision that its proposer is to approve, with whatever key there is. */
export async function decisionOf(tx: ScopedTransaction, organisationId: string, modelId: string, proposedById: string) {
  const noKey = "x".repeat(43);
  await tx.$queryRaw`select from add_signing_key(${noKey}, ${noKey}, ${new Uint8Array(60)}, null)`;
  const [key] = await tx.$queryRaw<{ id: string }[]>`select id from list_signing_keys()`;
  const document = JSON.stringify({ decision: { approvers: [{ id: proposedById }] } });
  return {
    ...{ organisationId, modelId, proposedById, ownerId: proposedById, number: 1, title: "A decision" },
    ...{ architecture: "cloud", document, digest: createHash("sha256").update(document).digest("hex") },
    ...{ keyId: key?.id ?? "", signature: "x".repeat(86), approvalsNeeded: 1 },
  };
}

export function commentOf(organisationId: string, modelId: string, authorId: string) {
  return { organisationId, modelId, authorId, body: "A comment" };
}

export function revisionOf(organisationId: string, modelId: string, authorId: string) {
  return {
    organisationId,
    modelId,
    authorId,
    name: "A model",
    description: "",
    startMonth,
    currency: "USD",
    modelVersion: 1,
    inputs: {},
    customLines: [],
    rows: storedRows,
  };
}
