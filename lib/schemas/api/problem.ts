import { z } from "../zod";

/** What is wrong, or does not fit: of which field, and what to do. */
export const faultsSchema = z.array(z.strictObject({ key: z.string(), message: z.string() }));

export const problemSchema = z
  .strictObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    faults: faultsSchema
      .optional()
      .meta({ description: "Every fault in what was sent: of which field, and what to do." }),
    requestId: z.string().optional().meta({ description: "To find the request in the server's log." }),
    revision: z.int().optional().meta({ description: "The revision that stands, where another was named." }),
  })
  .meta({ id: "Problem", description: "RFC 9457." });
