"use server";

import { z } from "zod";
import { text } from "@/lib/schemas/text";
import { askForAccountDeletion, withdrawAccountDeletion } from "@/lib/server/deletion/account-deletion";
import { askForOrganisationDeletion, withdrawOrganisationDeletion } from "@/lib/server/deletion/organisation-deletion";
import { action } from "@/lib/server/http/action";

const typed = text("What you typed").max(400);

export const deleteOrganisationAction = action(
  {
    name: "deleteOrganisationAction",
    requires: "organisation:own",
    confirms: true,
    input: z.tuple([z.uuid(), typed]),
  },
  async ({ input: [, name], access, confirmation, origin }) =>
    askForOrganisationDeletion(access, confirmation, name, origin),
);

export const keepOrganisationAction = action(
  { name: "keepOrganisationAction", requires: "organisation:own", input: z.tuple([z.uuid()]) },
  async ({ access, origin }) => withdrawOrganisationDeletion(access, origin),
);

export const deleteAccountAction = action(
  { name: "deleteAccountAction", requires: "user", confirms: true, input: z.tuple([typed]) },
  async ({ input: [email], confirmation }) => askForAccountDeletion(confirmation, email),
);

export const keepAccountAction = action(
  { name: "keepAccountAction", requires: "user", input: z.tuple([]) },
  async ({ user }) => withdrawAccountDeletion(user),
);
