/** One measurement; the median where it was repeated. */
export interface Measured {
  readonly bench: string;
  readonly case: string;
  readonly subject: string;
  /** Added to each request. */
  readonly latency_ms: number;
  readonly ms: number;
  /** Over HTTP; of a file, its size. */
  readonly bytes: number;
  readonly requests: number;
  readonly rows: number;
}

/** The middle value. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** Measurements as a table in Markdown, by case. */
export function printTable(results: readonly Measured[]): string {
  const sorted = [...Map.groupBy(results, (one) => one.case).values()].flat();
  return [
    "| case | subject | latency | ms | KB | requests | rows |",
    "|---|---|---|---|---|---|---|",
    ...sorted.map((one) =>
      `| ${one.case} | ${one.subject} | ${one.latency_ms} | ${
        one.ms.toFixed(1)
      } | ${Math.round(one.bytes / 1000)} | ${one.requests} | ${one.rows} |`
    ),
  ].join("\n");
}
