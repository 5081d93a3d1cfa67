import type { z } from "zod";
import type { FieldError } from "@/lib/outcome";

/** One fault a field, named by the innermost key that is a word. */
export function faultsOf(error: z.ZodError): FieldError[] {
  return error.issues.map(({ path, message }) => ({
    key: String(path.findLast((part) => typeof part === "string") ?? "form"),
    message,
  }));
}
