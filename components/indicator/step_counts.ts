import {
  type DatasetView,
  type Engine,
  type Indicator,
  type IndicatorType,
  type KindStep,
  literal,
  type LookupSource,
  qualified,
  rowsOf,
} from "@pivotbook/data";
import type { IndicatorStep } from "./steps.ts";

/** What a step leads to. */
export interface StepCount {
  /** How many are found, each once; null where so many rows would have to be read that it is not worth it. */
  readonly found: number | null;
  /** Whether there may be more, which were not read. */
  readonly more: boolean;
  /** What its pivot looks up; empty where there is nothing to look up. */
  readonly leads: readonly Indicator[];
}

/** Most rows that are read for a step, unless it is said. */
const MOST = 20_000;
/** Most shared values that are followed at once. */
const VALUES = 8;
/** From so many rows of an indicator on, nothing is counted through it. */
const COUNTABLE = 100_000;
const SCHEMA = "_steps";

let tables = 0;

/** Counts what steps lead to, whatever the span: each once, while the engine has nothing else to do. */
export class StepCounts {
  readonly #engine: Engine;
  readonly #lookup: LookupSource;
  readonly #datasets: readonly DatasetView[];
  readonly #rows: (indicator: Indicator) => Promise<number | null>;
  readonly #most: number;
  readonly #known = new Map<string, StepCount>();

  constructor(
    engine: Engine,
    { lookup, datasets, rows, most = MOST }: {
      lookup: LookupSource;
      datasets: readonly DatasetView[];
      /** Gives the rows behind an indicator; null where they are not counted. */
      rows: (indicator: Indicator) => Promise<number | null>;
      /** Most rows that are read for a step. */
      most?: number;
    },
  ) {
    this.#engine = engine;
    this.#lookup = lookup;
    this.#datasets = datasets;
    this.#rows = rows;
    this.#most = most;
  }

  /** What was counted already. */
  known(step: IndicatorStep): StepCount | undefined {
    return this.#known.get(keyOf(step));
  }

  /** Counts steps that have the same kind and indicator: one lookup serves them all. */
  async count(
    steps: readonly IndicatorStep[],
    signal: AbortSignal,
  ): Promise<void> {
    const wanted = steps.filter((step) => !this.#known.has(keyOf(step)));
    const [first] = wanted;
    if (first === undefined) return;
    if (await this.#isTooMuch([first.indicator])) {
      for (const one of wanted) {
        const leads = one.step.through ? [] : [one.indicator];
        this.#known.set(keyOf(one), { ...UNCOUNTED, leads });
      }
      return;
    }
    await this.#withRows(
      { kind: first.kind, keys: [first.indicator] },
      async (rows) => {
        for (const one of wanted) {
          signal.throwIfAborted();
          this.#known.set(keyOf(one), await this.#countOne(one, rows));
        }
      },
    );
  }

  async #countOne(one: IndicatorStep, rows: FoundRows): Promise<StepCount> {
    const { step, indicator } = one;
    const own = { step, table: rows.table, asked: indicator.value };
    if (step.through === undefined) {
      const found = await this.#number(countSql(own));
      return { found, more: rows.more, leads: [indicator] };
    }
    const shared = await this.#shared(sharedSql({ ...own, ...step.through }));
    const leads = shared.slice(0, VALUES);
    const unread = rows.more || shared.length > VALUES;
    if (leads.length === 0) {
      return { found: unread ? null : 0, more: unread, leads };
    }
    if (await this.#isTooMuch(leads)) return { ...UNCOUNTED, leads };
    return await this.#withRows(
      { kind: one.kind, keys: leads },
      async ({ table, more }) => {
        const sql = `${
          countSql({ ...own, table })
        } AND (${step.finds}) NOT IN (${ownSql(own)})`;
        return { found: await this.#number(sql), more: more || unread, leads };
      },
    );
  }

  async #isTooMuch(indicators: readonly Indicator[]): Promise<boolean> {
    const rows = await Promise.all(indicators.map(this.#rows));
    return rows.reduce<number>((sum, count) => sum + (count ?? 0), 0) >
      COUNTABLE;
  }

  async #shared(sql: string): Promise<Indicator[]> {
    const rows = rowsOf(await this.#engine.query(sql));
    return rows.map(({ value, type }) => ({
      type: String(type) as IndicatorType,
      value: String(value),
    }));
  }

  async #number(sql: string): Promise<number> {
    const [row] = rowsOf(await this.#engine.query(sql));
    return Number(row?.["found"] ?? 0);
  }

  /** Lets `use` read the rows of a kind that a lookup finds, and drops them. */
  async #withRows<Value>(
    { kind, keys }: Pick<IndicatorStep, "kind"> & {
      keys: readonly Indicator[];
    },
    use: (rows: FoundRows) => Promise<Value>,
  ): Promise<Value> {
    await this.#engine.query(`CREATE SCHEMA IF NOT EXISTS ${SCHEMA}`);
    const table = qualified(SCHEMA, `found_${tables++}`);
    const datasets = this.#datasets;
    const asked = { kind, datasets, keys, window: null, exclude: [] };
    try {
      const { rows } = await this.#lookup.lookup(
        { ...asked, limit: this.#most + 1 },
        table,
      );
      return await use({ table, more: rows > this.#most });
    } finally {
      await this.#engine.query(`DROP TABLE IF EXISTS ${table}`);
    }
  }
}

const UNCOUNTED = { found: null, more: true };

interface FoundRows {
  /** Quoted name to select from. */
  readonly table: string;
  readonly more: boolean;
}

/** A step over the rows that were found by its indicator. */
interface StepRows {
  readonly step: KindStep;
  readonly table: string;
  readonly asked: string;
}

function keyOf({ kind, step, indicator }: IndicatorStep): string {
  return [kind.name, step.title, indicator.type, indicator.value].join("\0");
}

function countSql({ step, ...rows }: StepRows): string {
  return `SELECT count(DISTINCT ${step.finds}) AS found ${
    fromSql({ step, ...rows })
  }`;
}

function ownSql({ step, ...rows }: StepRows): string {
  return `SELECT ${step.finds} ${
    fromSql({ step, ...rows })
  } AND (${step.finds}) IS NOT NULL`;
}

/** One value more than is followed, which tells that there are more. */
function sharedSql(
  { value, type, ...rows }: StepRows & NonNullable<KindStep["through"]>,
): string {
  return `SELECT DISTINCT ${value} AS value, ${type} AS type ${
    fromSql(rows)
  } AND (${value}) IS NOT NULL ORDER BY 1, 2 LIMIT ${VALUES + 1}`;
}

function fromSql({ step, table, asked }: StepRows): string {
  return `FROM (SELECT *, ${literal(asked)} AS asked FROM ${table}) WHERE (${
    step.where ?? "true"
  })`;
}
