import { Observed } from "@/app/_components/document/observed";
import { OpenDocument } from "@/app/_components/document/open-document";
import { refusedWhereGone } from "@/app/_components/document/saving/refused-where-gone";
import { rememberUndecided } from "@/app/_components/document/saving/undecided";
import type { CostModelFull } from "@/lib/draft/model";
import { PlaceMap } from "@/lib/draft/place-map";
import type {
  CreateScenarioOutcome,
  ScenarioDraft,
  ScenarioFull,
  ScenarioOutcome,
} from "@/lib/draft/scenario/scenario";
import { scenarioParts } from "@/lib/draft/scenario/scenario-parts";
import { statedRows } from "@/lib/draft/scenario/scenario-rows";
import { whatFailed } from "../ui/action/what-failed";
import { type OpenScenario, scenarioKind } from "./scenario-kind";

export interface ScenarioActions {
  create: (modelId: string, draft: ScenarioDraft) => Promise<CreateScenarioOutcome>;
  save: (
    modelId: string,
    scenarioId: string,
    change: { revision: number; draft: ScenarioDraft },
  ) => Promise<ScenarioOutcome>;
  remove: (modelId: string, scenarioId: string, revision: number) => Promise<ScenarioOutcome>;
}

/** A scenario that is there no more, as it last stood here. */
export interface Deleted extends Pick<ScenarioDraft, "inputs" | "rows"> {
  id: string;
  name: string;
  /** Someone else deleted it, and perhaps while it was being changed here. */
  by: "you" | "others" | "others meanwhile";
}

interface ShownList {
  documents: readonly OpenScenario[];
  deleted: readonly Deleted[];
  /** Why something could not be done. */
  message: string | null;
}

const sentence = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

/** The scenarios of a model as they are worked on: each is a document of its own, saved and merged apart from the model and the others. */
export class ScenarioList extends Observed<ShownList> {
  private model: CostModelFull;
  private readonly actions: ScenarioActions;
  /** Those that the server is known to have had: where one is missing in a list, it was deleted. Ids never come back. */
  private readonly confirmed: Set<string>;
  private readonly removed = new Set<string>();

  constructor(model: CostModelFull, given: readonly ScenarioFull[], actions: ScenarioActions) {
    super({ documents: [], deleted: [], message: null });
    this.model = model;
    this.actions = actions;
    this.confirmed = new Set(given.map(({ id }) => id));
    this.add(given);
  }

  /** Takes in the model as it stands now, in whose currency its scenarios are. */
  follow(model: CostModelFull): void {
    this.model = model;
    for (const one of this.now.documents) one.followCurrency(this.inItsCurrency(one.now.state.typed));
  }

  /** Takes in the scenarios as they stand on the server. */
  heard(list: readonly ScenarioFull[]): void {
    const listed = new Set(list.map(({ id }) => id));
    for (const { now } of this.now.documents)
      if (!listed.has(now.id) && this.confirmed.has(now.id)) this.forget(now.id);
    for (const current of list) {
      this.confirmed.add(current.id);
      this.find(current.id)?.heard(current);
    }
    this.add(list);
  }

  /** @returns its id; null where it could not be made */
  async create(name: string, { inputs, rows }: Pick<ScenarioDraft, "inputs" | "rows">): Promise<string | null> {
    this.show({ message: null });
    const { currencyRate } = this.model;
    const outcome = await this.actions
      .create(this.model.id, { name, inputs, ...statedRows(rows), currencyRate })
      .catch((error: unknown) => void this.show({ message: whatFailed(error, "No scenario was made") }));
    if (outcome === undefined) return null;
    if (!outcome.ok) {
      this.show({ message: sentence(outcome.faults.map((fault) => fault.message).join(" ")) });
      return null;
    }
    this.add([outcome.scenario]);
    return outcome.scenario.id;
  }

  async remove({ now: { id, state }, revision, heard }: OpenScenario): Promise<void> {
    this.show({ message: null });
    this.removed.add(id);
    const outcome = await this.actions
      .remove(this.model.id, id, revision)
      .catch((error: unknown) => void this.show({ message: whatFailed(error, "The scenario was not deleted") }));
    if (outcome?.kind === "saved" || outcome?.kind === "gone") {
      this.drop(id);
      const { deleted } = this.now;
      this.show({ deleted: [...deleted.filter(({ by }) => by !== "you"), { id, ...state.draft, by: "you" }] });
      return;
    }
    this.removed.delete(id);
    if (outcome === undefined) return;
    if (outcome.kind === "stale") {
      heard(outcome.current);
      this.show({
        message: `${outcome.current.changedBy} changed “${outcome.current.name}” meanwhile; it is shown as it stands now. Delete it again if you still want to.`,
      });
    } else if (outcome.kind === "invalid")
      this.show({ message: outcome.faults.map((fault) => fault.message).join(" ") });
    else this.show({ message: sentence(outcome.message) });
  }

  dismiss(id: string): void {
    this.show({ deleted: this.now.deleted.filter((one) => one.id !== id) });
  }

  /** The model is gone, and its scenarios with it: nothing is sent any more. */
  end(): void {
    for (const one of this.now.documents) one.end();
  }

  private find(id: string): OpenScenario | undefined {
    return this.now.documents.find(({ now }) => now.id === id);
  }

  /** Opens those that are not open here yet, and were not deleted. */
  private add(list: readonly ScenarioFull[]): void {
    const added = list.filter(({ id }) => !this.removed.has(id) && this.find(id) === undefined);
    if (added.length === 0) return;
    this.show({ documents: [...this.now.documents, ...added.map((stored) => this.open(stored))] });
  }

  private open(stored: ScenarioFull): OpenScenario {
    const { id } = stored;
    return new OpenDocument<ScenarioDraft, ScenarioFull>({
      kind: scenarioKind(() => ({ model: this.model, otherNames: this.namesBeside(id) })),
      stored,
      draftOf: ({ name, inputs, rows, currencyRate }) =>
        this.inItsCurrency({ name, inputs, ...statedRows(rows), currencyRate }),
      save: async (revision, draft) => {
        const outcome = await this.actions.save(this.model.id, id, { revision, draft }).catch(refusedWhereGone);
        if (outcome.kind !== "gone") return outcome;
        this.forget(id);
        return { kind: "refused", message: "someone has deleted this scenario." };
      },
    });
  }

  private namesBeside(id: string): ReadonlySet<string> {
    return new Set(this.now.documents.filter(({ now }) => now.id !== id).map(({ now }) => now.state.draft.name));
  }

  private inItsCurrency(draft: ScenarioDraft): ScenarioDraft {
    return scenarioParts.inCurrencyOf(draft, { ...draft, currencyRate: this.model.currencyRate });
  }

  /** Someone else deleted it: what was typed here stays in hand, and can be brought back. */
  private forget(id: string): void {
    const scenario = this.find(id);
    if (scenario === undefined || this.removed.has(id)) return;
    this.removed.add(id);
    const by = scenario.isDirty || scenario.isUndecided ? "others meanwhile" : "others";
    this.drop(id);
    // What is still asked about was typed here, and theirs is gone.
    for (const [place] of scenario.now.state.conflicts) scenario.change({ kind: "keepMine", place });
    const { name, inputs, rows } = scenario.now.state.draft;
    this.show({ deleted: [...this.now.deleted, { id, name, inputs, ...statedRows(rows), by }] });
  }

  private drop(id: string): void {
    const scenario = this.find(id);
    if (scenario === undefined) return;
    scenario.end();
    rememberUndecided(id, new PlaceMap(), scenario.now.state.draft);
    this.show({ documents: this.now.documents.filter((one) => one !== scenario) });
  }
}
