import {
  attachDataset,
  type DatasetView,
  type Engine,
  type Indicator,
  kindNamed,
  type LookupSource,
  type SegmentAccess,
} from "@pivotbook/data";

/** What every subject of the lookup benchmark does; each gives the number of rows. */
export interface Work {
  lookup(keys: readonly Indicator[]): Promise<number>;
  /** Names, their addresses, all rows on those. */
  pivot(names: readonly string[]): Promise<number>;
  /** Rows by day, over everything. */
  histogram(): Promise<number>;
}

/** What a DuckDB subject works with. */
export interface DuckdbSubject {
  readonly engine: Engine;
  readonly source: LookupSource;
  readonly view: DatasetView;
  readonly access: SegmentAccess;
}

/** The work done by a DuckDB through `segmentLookup`. */
export function duckdbWork(subject: DuckdbSubject): Work {
  const { engine, source, view } = subject;
  const kind = kindNamed("resolutions");
  const lookup = async (keys: readonly Indicator[]): Promise<number> => {
    const request = {
      kind,
      datasets: [view],
      keys,
      window: null,
      exclude: [],
      limit: null,
    };
    return (await source.lookup(request, '"found"')).rows;
  };
  return {
    lookup,
    async pivot(names) {
      await lookup(names.map((value) => ({ type: "domain", value })));
      const { columns } = await engine.query(
        "SELECT DISTINCT rdata FROM found WHERE rrtype = 'A'",
      );
      const addresses = columns[0]?.values ?? [];
      return await lookup(
        addresses.map((value) => ({ type: "ipv4", value: String(value) })),
      );
    },
    async histogram() {
      await attachDataset(engine, view, subject.access);
      const { rows } = await engine.query(
        "SELECT date_trunc('day', first_seen) AS day, count(*) AS n FROM bench.resolutions GROUP BY day",
      );
      return rows;
    },
  };
}
