import type { ReportPartKey } from "@/lib/value/report-choice";
import type { ReportPart } from "./blocks";
import { answerPart } from "./content/answer";
import { chartsPart, yearsPart } from "./content/costs";
import { inputsPart } from "./content/inputs";
import { methodPart } from "./content/method";
import { scenariosPart } from "./content/scenarios";
import { servicePart } from "./content/service";
import type { ReportedModel } from "./reported-model";

const made: Record<ReportPartKey, (model: ReportedModel) => ReportPart> = {
  answer: answerPart,
  charts: chartsPart,
  years: yearsPart,
  service: servicePart,
  scenarios: scenariosPart,
  inputs: inputsPart,
  method: methodPart,
};

/** What a report says, part by part. */
export function reportContent(model: ReportedModel, parts: readonly ReportPartKey[]): ReportPart[] {
  return parts.map((part) => made[part](model));
}
