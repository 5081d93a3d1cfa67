import { architectures } from "@/lib/model/architectures";
import { day } from "../day";
import { nameText, text } from "../text";
import { z } from "../zod";
import { conditionSchema } from "./condition";

const longText = (what: string) =>
  text(what)
    .max(10_000, `${what} must have at most 10,000 characters.`)
    .overwrite((given) => given.trim());
const architecture = (message: string) => z.enum(architectures, { error: message });

/** What a person writes and chooses of a decision. */
export const wordsSchema = z.strictObject({
  architecture: architecture("Choose what is decided for."),
  title: nameText("Title", 200),
  reasons: longText("The reasons").refine((given) => given !== "", { error: "Say why: give the reasons." }),
  alternatives: z
    .array(z.strictObject({ architecture: architecture("Choose an alternative."), whyNot: longText("Why not") }), {
      error: "Give the alternatives as a list, an empty one where there are none.",
    })
    .max(architectures.length - 1, "Name each alternative once."),
  dissent: longText("Dissent"),
  reviewOn: day("The review date must be a day, such as 2028-03-01.").nullable(),
  conditions: z
    .array(conditionSchema, { error: "Give the conditions as a list, an empty one where there are none." })
    .max(20, "A decision may have 20 conditions."),
});

/** What a proposal asks for beside its words: who answers for it, and who is to approve it. */
export const proposalSchema = wordsSchema
  .extend({
    ownerId: z.uuid({ error: "Choose who answers for the decision." }),
    approverIds: z
      .array(z.uuid({ error: "Choose approvers from the list." }), { error: "Name at least one approver." })
      .min(1, "Name at least one approver.")
      .max(20, "A decision may have 20 approvers.")
      .refine((ids) => new Set(ids).size === ids.length, { error: "Name each approver once." }),
    approvalsNeeded: z.int({ error: "How many must approve is a whole number." }).min(1, "At least one must approve."),
  })
  .refine(({ approverIds, approvalsNeeded }) => approvalsNeeded <= approverIds.length, {
    path: ["approvalsNeeded"],
    error: "No more can approve than are named. Lower the number, or name more approvers.",
  })
  .refine(({ architecture: chosen, alternatives }) => !alternatives.some((each) => each.architecture === chosen), {
    path: ["alternatives"],
    error: "What is decided for is no alternative to itself. Take it out of the alternatives.",
  })
  .refine(({ alternatives }) => new Set(alternatives.map((each) => each.architecture)).size === alternatives.length, {
    path: ["alternatives"],
    error: "Name each alternative once.",
  });
export type Proposal = z.infer<typeof proposalSchema>;
