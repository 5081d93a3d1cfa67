"use server";

import { z } from "zod";
import { linkSchema } from "@/lib/schemas/share-link";
import { action } from "@/lib/server/http/action";
import { createLink } from "@/lib/server/sharing/create-link";
import { revokeLink } from "@/lib/server/sharing/revoke-link";

const id = z.uuid("The page is out of date. Reload it.");

export const createLinkAction = action(
  {
    name: "createLinkAction",
    requires: "share",
    input: z.tuple([id, linkSchema]),
  },
  async ({ input: [, draft], access, origin }) => createLink(access, draft, origin),
);

export const revokeLinkAction = action(
  {
    name: "revokeLinkAction",
    requires: "share",
    input: z.tuple([id, id]),
  },
  async ({ input: [, linkId], access, origin }) => revokeLink(access, linkId, origin),
);
