"use server";

import type { FieldError } from "@/lib/draft/model";
import { z } from "@/lib/schemas/zod";
import { action } from "@/lib/server/http/action";
import { setNoticesByMail } from "@/lib/server/notices/notice-preference";

export type PreferenceOutcome = { ok: true } | { ok: false; faults: FieldError[] };

export const setNoticesByMailAction = action(
  { requires: "user", input: z.tuple([z.boolean()]), refuse: (faults): PreferenceOutcome => ({ ok: false, faults }) },
  async ({ input: [byMail], user }): Promise<PreferenceOutcome> => {
    await setNoticesByMail(user, byMail);
    return { ok: true };
  },
);
