/** Somebody who has a model open just now. */
export interface PersonHere {
  name: string;
  isYou: boolean;
}

/**
 * What a model's stream of events tells, by the name of the event: the model as it stands (CostModelFull), who has it open (PersonHere[]),
 * its scenarios as they stand (ScenarioFull[]) to who asked for them, that its comments changed, that it is no longer there for this person.
 */
export const liveEvents = {
  model: "model",
  people: "people",
  scenarios: "scenarios",
  comments: "comments",
  gone: "gone",
} as const;
