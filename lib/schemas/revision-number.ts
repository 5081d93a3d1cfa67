import { z } from "./zod";

/** What a column of whole numbers takes; PostgreSQL refuses what lies above, and a query with it fails. */
const largestNumber = 2_147_483_647;

/** The number of a revision or a decision. @param least 0 where nothing may stand yet */
export const revisionNumber = (least: 0 | 1 = 1) => z.int().min(least).max(largestNumber);
