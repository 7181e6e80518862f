import assert from "node:assert/strict";
import { join } from "node:path";
import {
  allColumns,
  datasetKinds,
  type Indicator,
  indicatorKey,
  rowsOf,
  segmentLookup,
  type Table,
  tryParseIndicator,
} from "@pivotbook/data";
import { openNativeEngine } from "../../server/engine/mod.ts";
import { lookUpEverywhere } from "../../server/lookup_everywhere.ts";
import { publishSample } from "../../server/sample.ts";
import { withHome } from "../fakes/home.ts";

/** All indicators that columns of the rows show. */
function indicatorsOf(found: Readonly<Record<string, Table>>): Indicator[] {
  return datasetKinds.flatMap((kind) => {
    const table = found[kind.name];
    const columns = allColumns(kind).filter(({ indicator, type }) =>
      indicator !== undefined && type === "VARCHAR"
    );
    return (table ? rowsOf(table) : []).flatMap((row) =>
      columns.flatMap(({ name }) => {
        const parsed = tryParseIndicator(String(row[name] ?? ""));
        return parsed ? [{ type: parsed.type, value: parsed.value }] : [];
      })
    );
  });
}

Deno.test("the number beside each indicator of the sample case is that of the rows that a pivot of it shows", () =>
  withHome(async (home) => {
    await publishSample({ ...home, progress: () => {} });
    const view = await home.datasets.view("knf");
    const seeds: Indicator[] = [
      { type: "ipv4", value: "109.164.247.169" },
      { type: "domain", value: "www.eye-watch.in" },
      { type: "domain", value: "sap.misapor.ch" },
    ];
    const all = new Map(seeds.map((seed) => [indicatorKey(seed), seed]));
    for (const seed of seeds) {
      for (const one of indicatorsOf(await lookUpEverywhere(home, seed))) {
        all.set(indicatorKey(one), one);
      }
    }
    const indicators = [...all.values()].filter(({ type }) =>
      type !== "keyword"
    );
    assert(indicators.length > 20);
    const engine = await openNativeEngine({
      segmentFolders: [home.home.segments],
    });
    const counts = await segmentLookup(engine, {
      locate: (sha256) => ({
        sha256,
        location: join(home.home.segments, `${sha256}.duckdb`),
        bytes: 0,
      }),
      sideIndex: () => Promise.resolve(null),
    }).counts(indicators, [view]);
    await engine.close();
    for (const { indicator, rows } of counts) {
      const found = await lookUpEverywhere(home, indicator);
      const shown = Object.fromEntries(
        Object.entries(found).map(([kind, table]) => [kind, table.rows])
          .filter(([, rows]) => rows !== 0),
      );
      assert.deepEqual(
        Object.fromEntries(
          Object.entries(rows ?? {}).filter(([, rows]) => rows !== 0),
        ),
        Object.fromEntries(
          datasetKinds.flatMap(({ name }) =>
            name in shown ? [[name, shown[name]]] : []
          ),
        ),
        indicatorKey(indicator),
      );
    }
  }));
