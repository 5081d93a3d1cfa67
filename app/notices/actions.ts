"use server";

import type { FieldError } from "@/lib/draft/model";
import { z } from "@/lib/schemas/zod";
import { action } from "@/lib/server/http/action";
import { markNoticesRead } from "@/lib/server/notices/list-notices";

export type NoticesOutcome = { ok: true } | { ok: false; faults: FieldError[] };

export const markNoticesReadAction = action(
  {
    requires: "user",
    input: z.tuple([z.union([z.literal("all"), z.array(z.uuid()).max(200)])]),
    refuse: (faults): NoticesOutcome => ({ ok: false, faults }),
  },
  async ({ input: [ids], user }): Promise<NoticesOutcome> => {
    await markNoticesRead(user, ids);
    return { ok: true };
  },
);
