import styles from "./chart-loading.module.css";

/** Stands in a chart's place while its program is loaded. Paper cannot wait for that, and says so in place of an empty space. */
export function ChartLoading() {
  return (
    <p className={styles.loading}>
      <span className={styles.screen}>Drawing the chart…</span>
      <span className={styles.paper}>
        This chart was not loaded yet when the page was printed. Print the page again.
      </span>
    </p>
  );
}
