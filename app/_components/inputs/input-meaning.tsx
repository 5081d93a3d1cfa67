import { feedsWords } from "@/lib/analysis/feeds-words";
import type { InputKey } from "@/lib/model/inputs";
import { inputMeanings } from "@/lib/model/inputs/meanings";

/** What an input is, with an example. Loaded with the first input that a person asks about, as is what it feeds. */
export function InputMeaning({ inputKey }: { inputKey: InputKey }) {
  return <p>{inputMeanings[inputKey]}</p>;
}

/** What it has a part in. */
export function InputFeeds({ inputKey }: { inputKey: InputKey }) {
  const words = feedsWords(inputKey);
  return words === "" ? null : <p>{words}</p>;
}
