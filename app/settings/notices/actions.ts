"use server";

import type { Outcome } from "@/lib/outcome";
import { z } from "@/lib/schemas/zod";
import { action } from "@/lib/server/http/action";
import { setNoticesByMail } from "@/lib/server/notices/notice-preference";

export const setNoticesByMailAction = action(
  {
    name: "setNoticesByMailAction",
    requires: "user",
    input: z.tuple([z.boolean()]),
  },
  async ({ input: [byMail], user }): Promise<Outcome> => {
    await setNoticesByMail(user, byMail);
    return { ok: true };
  },
);
