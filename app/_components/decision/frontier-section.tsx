"use client";

import { Button, NativeSelect } from "@mantine/core";
import { useMemo, useState } from "react";
import { ChartFrame } from "@/app/_components/charts/chart-frame";
import { DisabledUntilHydrated } from "@/app/_components/ui/hydration/disabled-until-hydrated";
import { Section } from "@/app/_components/ui/page/section";
import type { TrialsQuestion } from "@/app/_components/verdict/trials/trials-question";
import type { ChangeSettings } from "@/app/_components/view/use-view-settings";
import type { FrontierMap, MapPoint } from "@/lib/analysis/frontier/map";
import { pointWords } from "@/lib/analysis/frontier/point-words";
import { triedKeys } from "@/lib/analysis/switching/tried-keys";
import { mapChart } from "@/lib/export/charts/map-chart";
import type { Architecture } from "@/lib/model/architectures";
import type { InputKey, Inputs } from "@/lib/model/inputs";
import { formatWhole } from "@/lib/value/format";
import { inputNameInGroup } from "@/lib/value/input-name";
import { toSignificant } from "@/lib/value/rounding";
import styles from "./decision.module.css";
import { FrontierDrawing } from "./frontier-map";
import { type FrontierSearch, useFrontier } from "./use-frontier";

interface FrontierSectionProps {
  question: TrialsQuestion;
  /** Null until the page has found two that matter. */
  keys: readonly [InputKey, InputKey] | null;
  architecture: Architecture;
  currency: string;
  modelName: string;
  /** Sets two inputs; null where the person may not, or a scenario is shown. */
  onTake: ((values: Partial<Inputs>) => void) | null;
  onChange: ChangeSettings;
}

const choices = triedKeys.map((value) => ({ value, label: inputNameInGroup(value) }));

/** Who ranks first over two inputs. */
export function FrontierSection(props: FrontierSectionProps) {
  const { question, keys, architecture, currency, modelName, onTake, onChange } = props;
  const search = useFrontier(question, keys, architecture);
  const { map, chances } = search;
  const [read, setRead] = useState<{ of: typeof map; point: MapPoint } | null>(null);
  const [isHeld, hold] = useState(false);
  const point = read?.of === map ? (read?.point ?? null) : null;
  const chart = useMemo(
    () => (map ? mapChart(map, chances && { architecture, chances }, currency) : null),
    [map, chances, architecture, currency],
  );
  const select = (label: string, side: "across" | "up", value: InputKey | undefined) => (
    <NativeSelect
      size="xs"
      label={label}
      value={value ?? ""}
      onChange={({ currentTarget }) => {
        // Both stand in the address then: what the page chose by itself for the other stays.
        const [across, up] = keys ?? [null, null];
        onChange({ across, up, [side]: currentTarget.value as InputKey });
      }}
      data={value === undefined ? [{ value: "", label: "…" }, ...choices] : choices}
    />
  );
  return (
    <Section title="Two inputs at once" unit="who ranks first, the others as they are" anchor="frontier">
      <DisabledUntilHydrated>
        <div className={styles.switches}>
          {select("Across", "across", keys?.[0])}
          {select("Up", "up", keys?.[1])}
        </div>
      </DisabledUntilHydrated>
      <p className={styles.lead}>{chart?.summary}</p>
      <Progress search={search} isChosen={keys !== null} />
      {map === null ? <p>Choose two different inputs that can have other values.</p> : null}
      {map && chart ? (
        <div className={styles.map}>
          <ChartFrame chart={chart} model={modelName}>
            <FrontierDrawing
              map={map}
              chart={chart}
              point={point}
              isHeld={isHeld && point !== null}
              onRead={(next) => {
                setRead({ of: map, point: next });
                hold(false);
              }}
              onTake={() => hold(true)}
            />
          </ChartFrame>
          <div className={styles.readout}>
            <output>
              {point === null
                ? "Point at the map, or go over it with the arrow keys."
                : pointWords(map, point, currency)}
            </output>
            {point !== null && isHeld && onTake !== null ? (
              <Button size="xs" variant="default" onClick={() => onTake(valuesAt(map, point))}>
                Take these two values
              </Button>
            ) : null}
          </div>
        </div>
      ) : null}
    </Section>
  );
}

/** The two values of a point, with as many digits as a person might type. */
function valuesAt({ x, y }: FrontierMap, point: MapPoint): Partial<Inputs> {
  return { [x.key]: toSignificant(point.x, 6), [y.key]: toSignificant(point.y, 6) };
}

function Progress({ search, isChosen }: { search: FrontierSearch; isChosen: boolean }) {
  const { map, chances, areChancesDone, isStopped, hasFailed, stop, again } = search;
  const words = () => {
    if (hasFailed) return "This browser cannot work the map out. Load the page again.";
    if (!isChosen) return "Two inputs that matter are chosen after the search above.";
    if (isStopped) return "Stopped.";
    if (map === undefined) return "Working the map out…";
    if (areChancesDone || map === null) return "";
    const trials = `from 1,000 trials at each of ${formatWhole(289)} points`;
    return chances === null ? `Working chances out, ${trials}…` : `Making the lines of chance finer, ${trials}…`;
  };
  const isWorking = isChosen && !areChancesDone && map !== null && !hasFailed;
  return (
    <div className={styles.progress}>
      <span role="status">{words()}</span>
      {isWorking ? (
        <button type="button" className={styles.stop} onClick={isStopped ? again : stop}>
          {isStopped ? "Go on" : "Stop"}
        </button>
      ) : null}
    </div>
  );
}
