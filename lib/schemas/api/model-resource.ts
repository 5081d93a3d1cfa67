import { inputList } from "@/lib/model/inputs";
import type { InputDeclaration } from "@/lib/model/inputs/declaration";
import { mostRows } from "@/lib/model/rows/fields";
import type { RowTable } from "@/lib/model/rows/own-rows";
import { mostCounted } from "@/lib/text/list-position";
import { headSchema } from "../draft";
import { noteSchema } from "../notes";
import {
  billLineSchema,
  customLineSchema,
  equipmentLineSchema,
  participantKindSchema,
  registerRowSchema,
  staffLineSchema,
} from "../rows/row-schema";
import { text } from "../text";
import { z } from "../zod";
import { faultsSchema } from "./problem";

// What the API takes and gives, for its document. What comes in is checked by checkDraft, whose words name
// every fault; the bounds of inputs are those of their declarations in both.

function fieldSchema(declared: InputDeclaration) {
  if (declared.format === "choice") return z.enum(declared.choices as [string, ...string[]]);
  const number = declared.integer ? z.int() : z.number();
  return number.gte(declared.min).lte(declared.max);
}

const described = Object.fromEntries(
  inputList.map((declared) => {
    const what = declared.format === "choice" ? declared.label : `${declared.label} (${declared.unit})`;
    return [
      declared.key,
      fieldSchema(declared).meta({
        description: `${what}. ${declared.default} where it is not given.`,
      }),
    ];
  }),
);

export const inputsSchema = z.strictObject(described).partial().meta({
  id: "Inputs",
  description:
    "Inputs that differ from their defaults, by key. Money is in the currency of the model; its bounds and defaults here are in US dollars and are multiplied by currencyRate.",
});

const tableSchema = <S extends z.ZodType>(table: RowTable, row: S, description: string) =>
  z.array(row).max(mostRows[table]).meta({ description });

/** The tables of rows. Money in them is in the currency of the model, and unlike inputs has no upper bound but that of a kind's input. */
export const rowsShape = {
  customLines: tableSchema("customLines", customLineSchema, "Own lines, added to the categories that they name."),
  register: tableSchema("register", registerRowSchema, "What stands: machines, network and facility of today."),
  equipmentLines: tableSchema("equipmentLines", equipmentLineSchema, "Equipment that is bought beside the model's."),
  staffLines: tableSchema("staffLines", staffLineSchema, "People beside the model's four roles, or in their place."),
  participantKinds: tableSchema(
    "participantKinds",
    participantKindSchema,
    "Kinds of participants instead of one average; their shares sum to 1.",
  ),
  billLines: tableSchema(
    "billLines",
    billLineSchema,
    "Services on bills of the cloud, by month. No result rests on them, and scenarios have none.",
  ),
};

const byId = <S extends z.ZodType>({ element }: z.ZodArray<S>) =>
  z.record(text("The id of a row"), element.nullable()).optional();

/** What a scenario states of rows. */
export const scenarioRowsSchema = z
  .strictObject({
    customLines: byId(rowsShape.customLines),
    register: byId(rowsShape.register),
    equipmentLines: byId(rowsShape.equipmentLines),
    staffLines: byId(rowsShape.staffLines),
    participantKinds: byId(rowsShape.participantKinds),
  })
  .meta({ description: "By table and id: rows that the scenario adds or changes; null for one that it leaves out." });

const notesSchema = z
  .record(text("The name of an input"), noteSchema)
  .meta({ description: "Notes, sources, own ranges and evidence by the key of their input." });

export const draftFields = { ...headSchema.shape, inputs: inputsSchema, ...rowsShape, notes: notesSchema };

export const newModelSchema = z
  .strictObject({
    ...z.strictObject(draftFields).partial().shape,
    name: headSchema.shape.name,
    templateKey: text("Template")
      .max(100)
      .nullable()
      .optional()
      .meta({ description: "Key of the template to begin from." }),
  })
  .meta({ id: "NewModel" });

export const modelPatchSchema = z
  .strictObject({
    ...draftFields,
    modelVersion: z.int().meta({
      description:
        "A model keeps to the version of formulas and defaults that it has, whatever is changed. The present version here moves it, and its scenarios, to that one: what it leaves to the defaults has today's from then on.",
    }),
  })
  .partial()
  .meta({
    id: "ModelPatch",
    description:
      "A JSON merge patch (RFC 7396): what is given replaces, inputs, notes and drivers one by one; null takes an input or a driver back to its default, or a note away. A range of another kind replaces the one that is there.",
  });

export const modelSchema = z
  .strictObject({
    id: z.uuid(),
    ...draftFields,
    organisation: z.string(),
    templateKey: z.string().nullable(),
    modelVersion: z.int().meta({
      description:
        "Version of formulas and defaults that the model keeps to. Where it is an earlier one, inputs whose default has changed since are listed among its inputs.",
    }),
    revision: z.int().meta({ description: "Goes up by one with every save; the ETag carries it." }),
    isArchived: z.boolean(),
    changedAt: z.iso.datetime(),
    changedBy: z.string(),
  })
  .meta({ id: "Model" });

export const madeModelSchema = z
  .strictObject({
    ...modelSchema.shape,
    figuresLeftOut: faultsSchema.meta({
      description:
        "What of the organisation's figures and usual lines is not in the model, and why: it breaks a bound in the model's currency, a rule beside the other inputs, or is one line too many. A key is that of an input, or names a table and the place that the line would have had. Empty where all of them fit, and where the model was sent whole, with inputs. The same request with the same Idempotency-Key is told the same.",
    }),
  })
  .meta({ id: "MadeModel", description: "A model that was just made." });

export const modelListSchema = z
  .strictObject({
    models: z.array(
      z
        .strictObject({
          id: z.uuid(),
          name: z.string(),
          headline: z.string().meta({ description: "The answer's first sentence." }),
          changedAt: z.iso.datetime(),
          changedBy: z.string(),
        })
        .meta({ id: "ModelCard" }),
    ),
    page: z.int(),
    pages: z.int().nullable(),
    total: z
      .int()
      .nullable()
      .meta({ description: `Null, as pages is, where there are more than ${mostCounted}: they are not counted.` }),
    next: z
      .string()
      .nullable()
      .meta({ description: "Send it as `after` to read the next page; null on the last one." }),
    previous: z
      .string()
      .nullable()
      .meta({ description: "Send it as `before` to read the page before; null on the first one." }),
  })
  .meta({ id: "ModelList" });
