import assert from "node:assert/strict";
import {
  type Engine,
  kindNamed,
  type LookupAnswer,
  type LookupRequest,
  rowsOf,
  type RunOptions,
  segmentLookup,
} from "@pivotbook/data";
import { openNativeEngine } from "../../fakes/native_engine.ts";
import { writeTestSegment } from "../../fakes/written_segment.ts";

const source = `SELECT * FROM (VALUES
  ('a.example.com', 'one', 'a', 1), ('b.example.com', 'two', 'a', 2)
) AS t(indicator, title, import_id, line)`;

const osint = kindNamed("osint");

/** The engine, except that some of its methods are others. */
function changed(engine: Engine, others: Partial<Engine>): Engine {
  return new Proxy(engine, {
    get(target, name) {
      const found = Reflect.get(others, name) ?? Reflect.get(target, name);
      return typeof found === "function" ? found.bind(target) : found;
    },
  });
}

async function withLookup(
  test: (engine: Engine, lookUp: LookUp) => Promise<void>,
): Promise<void> {
  const folder = await Deno.makeTempDir();
  const segment = await writeTestSegment(osint, source, `${folder}/a.duckdb`);
  const engine = await openNativeEngine({ segmentFolders: [folder] });
  const request: LookupRequest = {
    kind: osint,
    datasets: [segment.view],
    keys: [{ type: "domain", value: "a.example.com" }],
    window: null,
    exclude: [{ type: "domain", value: "b.example.com" }],
    limit: null,
  };
  const { locate } = segment;
  const access = { locate, sideIndex: () => Promise.resolve(null) };
  try {
    await test(
      engine,
      (used, other = {}, options = {}) =>
        segmentLookup(used, access).lookup(
          { ...request, ...other },
          '"found"',
          options,
        ),
    );
  } finally {
    await engine.close();
    await Deno.remove(folder, { recursive: true });
  }
}

type LookUp = (
  engine: Engine,
  other?: Partial<LookupRequest>,
  options?: RunOptions,
) => Promise<LookupAnswer>;

async function keyTablesIn(engine: Engine): Promise<unknown[]> {
  return rowsOf(
    await engine.query(
      "SELECT table_name FROM information_schema.tables WHERE table_schema = '_lookup'",
    ),
  );
}

Deno.test("a lookup whose segment cannot be attached fails once its keys are in, and leaves none", () =>
  withLookup(async (engine, lookUp) => {
    let inserting = 0;
    const begun = Promise.withResolvers<void>();
    const broken = changed(engine, {
      async attach() {
        await begun.promise;
        throw new Error("not there");
      },
      async insert(table, columns) {
        inserting += 1;
        begun.resolve();
        await new Promise((resolve) => setTimeout(resolve, 20));
        await engine.insert(table, columns);
        inserting -= 1;
      },
    });
    await assert.rejects(lookUp(broken), /not there/);
    assert.equal(inserting, 0);
    assert.deepEqual(await keyTablesIn(engine), []);
  }));

Deno.test("a lookup whose statement fails leaves no keys", () =>
  withLookup(async (engine, lookUp) => {
    const broken = changed(engine, {
      query: (sql, options) =>
        sql.includes("WITH found")
          ? Promise.reject(new Error("no room"))
          : engine.query(sql, options),
    });
    await assert.rejects(lookUp(broken), /no room/);
    assert.deepEqual(await keyTablesIn(engine), []);
  }));

Deno.test("a lookup works once a schema that could not be made can be", () =>
  withLookup(async (engine, lookUp) => {
    let broken = true;
    const once = changed(engine, {
      query: (sql, options) =>
        broken && sql.startsWith("CREATE SCHEMA")
          ? Promise.reject(new Error("not now"))
          : engine.query(sql, options),
    });
    await assert.rejects(lookUp(once), /not now/);
    broken = false;
    await lookUp(once);
  }));

const domains = (...names: string[]): Pick<LookupRequest, "keys"> => ({
  keys: names.map((value) => ({ type: "domain", value })),
});

Deno.test("lookups of one target at once each find what their own keys name", () =>
  withLookup(async (engine, lookUp) => {
    const both = domains("a.example.com", "b.example.com");
    const answers = await Promise.all([
      lookUp(engine, { ...domains("a.example.com"), exclude: [] }),
      lookUp(engine, { ...both, exclude: [] }),
      lookUp(engine, { ...domains("c.example.com"), exclude: [] }),
      lookUp(engine, { ...both }),
    ]);
    assert.deepEqual(answers.map(({ rows }) => rows), [1, 2, 0, 1]);
    assert.deepEqual(await keyTablesIn(engine), []);
  }));

Deno.test("a lookup that is stopped leaves another of the same target alone", () =>
  withLookup(async (engine, lookUp) => {
    const abort = new AbortController();
    const { signal } = abort;
    const stopped = lookUp(engine, domains("a.example.com"), { signal });
    const other = lookUp(engine, {
      ...domains("a.example.com", "b.example.com"),
      exclude: [],
    });
    abort.abort();
    await assert.rejects(stopped, { name: "AbortError" });
    assert.equal((await other).rows, 2);
    assert.deepEqual(await keyTablesIn(engine), []);
  }));

Deno.test("the SQL of a lookup that a reader is shown is the same each time", () =>
  withLookup(async (engine, lookUp) => {
    const [first, second] = [await lookUp(engine), await lookUp(engine)];
    assert.equal(first.sql, second.sql);
  }));
