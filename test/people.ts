import { randomBytes } from "node:crypto";
import { hash } from "@node-rs/argon2";
import type { ModelDraft } from "@/lib/draft/model";
import { authorizeModel, type EditAccess } from "@/lib/server/access/model";
import { authorizeCurrentOrganisation, type OrganisationViewAccess } from "@/lib/server/access/organisation";
import { type AuthenticatedUser, type Confirmation, type SessionUser, userOfSession } from "@/lib/server/access/person";
import { beginSession } from "@/lib/server/auth/sessions";
import { unsafeCreateAccount } from "@/lib/server/auth/sql";
import { createModel } from "@/lib/server/models/create-model";
import type { AuthenticatedUserId } from "@/lib/server/runtime/ids";
import type { RequestOrigin } from "@/lib/server/runtime/request";
import { blankDraft } from "@/test/figures/blank-draft";
import { asOwner } from "./database/as-owner";

// People and models for tests against the real database.

export const testPassword = "correct horse battery staple";

/** An address of its own for each test, so that what one counts does not slow another. */
export function someOrigin(): RequestOrigin {
  return { requestId: "test", address: `test-${randomBytes(8).toString("hex")}`, agent: "vitest" };
}

export function someEmail(name = "person"): string {
  return `${name}-${randomBytes(8).toString("hex")}@example.org`;
}

/** A hash of their own, by the cheapest parameters that there are: hundreds of people are made, and few tests are about what a hash costs. */
const cheapHash = (password: string) => hash(password, { memoryCost: 8, timeCost: 1, parallelism: 1 });

/** Makes a person with an account, past the rules of signing up, and signs them in; returns their session's token too. */
export async function newPerson(name: string): Promise<{ user: AuthenticatedUser; token: string }> {
  return newPersonSignedIn(name);
}

/** The same, for what is about the session. */
export async function newPersonSignedIn(name: string): Promise<{ user: SessionUser; token: string }> {
  return newPersonHashed(name, await cheapHash(testPassword));
}

/** The same, for what is about how long a password takes. @param passwordHash of `testPassword` */
export async function newPersonHashed(
  name: string,
  passwordHash: string,
): Promise<{ user: SessionUser; token: string }> {
  const made = await unsafeCreateAccount({
    email: someEmail(name.toLowerCase()),
    name,
    passwordHash,
    organisationName: `${name}’s organisation`,
    invitation: null,
  });
  if (made.outcome !== "created") throw new Error(`the account is ${made.outcome}`);
  const token = await beginSession(made.userId as AuthenticatedUserId, someOrigin());
  const user = await userOfSession(token);
  if (!user) throw new Error("the new session is not found");
  return { user, token };
}

export const someDraft: ModelDraft = {
  ...blankDraft,
  name: "Patches",
  inputs: { users: 60_000 },
};

export async function someModel(user: AuthenticatedUser, draft = someDraft): Promise<string> {
  const outcome = await createModel(await organisationOf(user), draft, null, someOrigin());
  if (!outcome.ok) throw new Error("the model was not made");
  return outcome.id;
}

/** Proof that the person may change a model that is theirs. */
export async function editAccessTo(user: AuthenticatedUser, id: string): Promise<EditAccess> {
  const proven = await authorizeModel(user, id, "edit");
  if (proven === null || proven === "refused") throw new Error("the person owns this model");
  return proven;
}

/** A new person with a model of their own, which they may change. */
export async function newModelOf(name: string): Promise<{ user: AuthenticatedUser; id: string; access: EditAccess }> {
  const { user } = await newPerson(name);
  const id = await someModel(user);
  return { user, id, access: await editAccessTo(user, id) };
}

/**
 * As if the person had shown of late who they are, for tests of other things: fresh-proof.database.test.ts tries the
 * proof itself.
 */
export function confirmed(user: AuthenticatedUser): Confirmation {
  return { user, session: "" } as unknown as Confirmation;
}

/** A copy of a proof with other fields, which no code outside lib/server/access can make: for what the database holds to by itself. */
export function altered<P extends object>(proof: P, fields: { [Field in keyof P]?: unknown }): P {
  return { ...proof, ...fields };
}

/** What a fault in the code would hand on: another person, with what was proven for the holder. */
export function forge<A extends { user: AuthenticatedUser; scope: object }>(
  access: A,
  user: AuthenticatedUser,
  fields: { [Field in keyof A]?: unknown } = {},
): A {
  return altered(access, { user, scope: { ...access.scope, user: user.id }, ...fields });
}

/** The organisation that was made when the person signed up. */
export async function organisationOf(user: AuthenticatedUser): Promise<OrganisationViewAccess> {
  const access = await authorizeCurrentOrganisation(user);
  if (!access) throw new Error("the person belongs to no organisation");
  return access;
}

/** Makes a person a member without a link, past row-level security. */
export async function addMember(
  { organisationId }: { organisationId: string },
  { id }: { id: string },
  role: "owner" | "admin" | "member",
): Promise<void> {
  await asOwner("insert into public.memberships (organisation_id, user_id, role) values ($1, $2, $3)", [
    organisationId,
    id,
    role,
  ]);
}
