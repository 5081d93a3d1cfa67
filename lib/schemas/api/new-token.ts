import { apiScopes } from "@/lib/organisations/api-scopes";
import { nameText } from "../text";
import { z } from "../zod";

/** How long a token may live, days. */
export const tokenLifetimes = [30, 90, 365] as const;

export const newTokenSchema = z.strictObject({
  name: nameText("Name", 100, { empty: "Give the token a name, such as what uses it." }),
  scopes: z
    .array(z.enum(apiScopes))
    .min(1, "Choose what the token may do.")
    .transform((given) => apiScopes.filter((scope) => given.includes(scope))),
  days: z.literal([...tokenLifetimes], { error: "Choose how long the token may live." }),
});
