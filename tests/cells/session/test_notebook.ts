import {
  type CellState,
  createSession,
  type Session,
  type SessionOptions,
} from "@pivotbook/cells";
import { type Engine, type Row, rowsOf } from "@pivotbook/data";
import { openNativeEngine } from "../../fakes/native_engine.ts";
import {
  day,
  fakeDataset,
  type RowsByKind,
  TableLookup,
} from "../../fakes/table_lookup.ts";

/** A notebook that runs on a real engine over rows of a test. */
export interface TestNotebook {
  readonly session: Session;
  readonly engine: Engine;
  readonly lookup: TableLookup;
  cell(name: string): CellState;
  rows(sql: string): Promise<Row[]>;
  close(): Promise<void>;
}

/** Opens a notebook over the dataset `sensors` with these rows. */
export async function openTestNotebook(
  text: string,
  options: Partial<SessionOptions> & { readonly rows?: RowsByKind } = {},
): Promise<TestNotebook> {
  const database = options.engine ? null : await openNativeEngine();
  const engine = options.engine ?? await database?.openNamespace();
  if (!engine) throw new RangeError("No engine");
  const lookup = new TableLookup(engine, options.rows ?? sampleRows);
  const session = createSession({
    text,
    engine,
    lookup,
    datasets: () => [fakeDataset("sensors")],
    openDataset: () => Promise.resolve(),
    clock: { now: () => 0 },
    ...options,
  });
  await session.settled();
  return {
    session,
    engine,
    lookup,
    cell(name) {
      const found = Object.values(session.state.cells)
        .find((cell) => cell.name === name);
      if (!found) throw new RangeError(`No cell is named ${name}`);
      return found;
    },
    rows: async (sql) => rowsOf(await engine.query(sql)),
    async close() {
      await session.close();
      await database?.close();
    },
  };
}

/** Rows about two names on one address, and a sample that talks to it. */
export const sampleRows: RowsByKind = {
  resolutions: [
    {
      rrname: "a.example.com",
      rrtype: "A",
      rdata: "192.0.2.1",
      first_seen: day("2016-10-01"),
      last_seen: day("2016-10-20"),
      seen_as: "wire",
    },
    {
      rrname: "b.example.com",
      rrtype: "A",
      rdata: "192.0.2.1",
      first_seen: day("2017-01-05"),
      last_seen: day("2017-01-05"),
      seen_as: "wire",
    },
    {
      rrname: "b.example.com",
      rrtype: "A",
      rdata: "192.0.2.2",
      first_seen: day("2017-02-01"),
      last_seen: null,
      seen_as: "asserted",
    },
  ],
  sample_links: [
    {
      hash: "d41d8cd98f00b204e9800998ecf8427e",
      indicator: "192.0.2.1",
      relation: "communicates",
      first_seen: day("2017-01-01"),
      last_seen: day("2017-01-02"),
    },
  ],
  samples: [
    {
      md5: "d41d8cd98f00b204e9800998ecf8427e",
      name: "empty file",
      first_seen: day("2017-01-01"),
      last_seen: day("2017-01-01"),
    },
  ],
};
