import "server-only";

declare const proof: unique symbol;

/**
 * Ids that carry a proof in their type. They are strings; what makes one is in lib/server/access and nowhere else,
 * so that a function which asks for one cannot be called with an id that came from a request.
 */
type Proven<Name extends string> = string & { readonly [proof]: Name };

/** A person whose session was looked up for this request. */
export type AuthenticatedUserId = Proven<"AuthenticatedUserId">;

/** An organisation that this person was found to belong to, or whose model they were found to hold a share of. */
export type AuthorizedOrganisationId = Proven<"AuthorizedOrganisationId">;

/** A model that this person was found to be allowed to read. Changing and sharing it take a further check. */
export type AuthorizedModelId = Proven<"AuthorizedModelId">;

/** The hash of a link's token that this request was found to hold, its password given where it has one. */
export type AuthorizedLink = Uint8Array<ArrayBuffer> & { readonly [proof]: "AuthorizedLink" };

/** The session of someone who has shown within the last minutes, with more than the session, that they are its person. */
export type ConfirmedSessionId = Proven<"ConfirmedSessionId">;
