import "server-only";
import { readJson } from "@/lib/import/read-json";
import { isWithinJsonLimits, isWithinJsonTextLimits } from "@/lib/server/http/json-limits";
import { problem } from "@/lib/server/http/problem";
import { textFaults } from "@/lib/server/http/text-faults";

/** The JSON of a request's body, or the problem with it. The server takes no body above 1 MB in the first place. */
export async function readBody(
  request: Request,
): Promise<{ ok: true; value: unknown; text: string } | { ok: false; response: Response }> {
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (type !== "application/json" && type !== "application/merge-patch+json") {
    return { ok: false, response: problem(415, "Send JSON, with Content-Type: application/json.") };
  }
  const text = await request.text();
  const tooMuch = "The body is nested too deeply, or holds too many values.";
  if (!isWithinJsonTextLimits(text)) return { ok: false, response: problem(422, tooMuch) };
  const read = readJson(text);
  if (!read.ok) return { ok: false, response: problem(400, "The body cannot be read.", { faults: read.faults }) };
  if (read.repeated.length > 0) {
    return { ok: false, response: problem(422, "The body gives a name twice.", { faults: read.repeated }) };
  }
  if (!isWithinJsonLimits(read.value)) {
    return { ok: false, response: problem(422, tooMuch) };
  }
  const faults = textFaults(read.value);
  if (faults.length > 0) {
    return { ok: false, response: problem(422, "The body holds text that cannot be saved.", { faults }) };
  }
  return { ok: true, value: read.value, text };
}
