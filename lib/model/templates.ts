import type { Inputs } from "./inputs";

export interface Template {
  key: string;
  title: string;
  paragraphs: readonly string[];
  source: string;
  inputs: Partial<Inputs>;
}

export const templates: readonly Template[] = [];
