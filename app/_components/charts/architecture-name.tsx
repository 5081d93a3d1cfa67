import { type Architecture, architectureNames } from "@/lib/model/architectures";
import { ArchitectureMark } from "./architecture-mark";
import styles from "./architecture-name.module.css";

/** The name of an architecture in a table, behind its line and marker. */
export function ArchitectureName({ architecture }: { architecture: Architecture }) {
  return (
    <span className={styles.name}>
      <ArchitectureMark architecture={architecture} />
      {architectureNames[architecture]}
    </span>
  );
}
