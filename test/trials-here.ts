import { finish } from "@/lib/analysis/steps";
import { uncertainty } from "@/lib/analysis/uncertainty/uncertainty";
import { type UncertainDraft, uncertaintyRequest } from "@/lib/draft/uncertainty/uncertainty-request";

const run = (request: ReturnType<typeof uncertaintyRequest>) => finish(uncertainty(request));
const known = new Map<string, ReturnType<typeof run>>();

/** The trials of a draft, a thousand of them, in this thread: where there is no build, the server has no worker to run them in. */
export async function uncertaintyForPage(draft: UncertainDraft) {
  const request = uncertaintyRequest({ ...draft, trials: 1000 });
  const key = JSON.stringify(request);
  const tried = known.get(key) ?? run(request);
  known.set(key, tried);
  return tried.ok ? { kind: "done", document: tried.document } : { kind: "invalid", faults: tried.faults };
}
