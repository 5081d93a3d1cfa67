"use server";

import type { Outcome } from "@/lib/outcome";
import { z } from "@/lib/schemas/zod";
import { action } from "@/lib/server/http/action";
import { markNoticesRead } from "@/lib/server/notices/list-notices";

export const markNoticesReadAction = action(
  {
    name: "markNoticesReadAction",
    requires: "user",
    input: z.tuple([z.union([z.literal("all"), z.array(z.uuid()).max(200)])]),
  },
  async ({ input: [ids], user }): Promise<Outcome> => {
    await markNoticesRead(user, ids);
    return { ok: true };
  },
);
