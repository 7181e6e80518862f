import assert from "node:assert/strict";
import fc from "fast-check";
import type { Row } from "@pivotbook/data";
import { day, type RowsByKind } from "../../fakes/table_lookup.ts";
import { openTestNotebook } from "../session/test_notebook.ts";

/** Day 0 is 2016-10-01. */
const DAY = 86_400_000_000n;
const at = (index: number, part = 0): bigint =>
  day("2016-10-01") + BigInt(index) * DAY + BigInt(part) * 3_600_000_000n;

interface Counts {
  active: number;
  appeared: number;
  disappeared: number;
  changed: number;
}

type Lanes = Map<string, Counts[]>;

const LAST_DAY = 14;

function lane(count: (day: number) => Counts): Counts[] {
  return Array.from({ length: LAST_DAY }, (_, day) => count(day));
}

interface Span {
  readonly name: string;
  readonly first: number;
  readonly last: number | null;
}

/** One value holds from its first to its last day, whatever lies between. */
function spanLane(spans: readonly Span[]): Counts[] {
  const values = [...Map.groupBy(spans, ({ name }) => name).values()]
    .map((rows) => ({
      first: Math.min(
        ...rows.map(({ first, last }) => Math.min(first, last ?? first)),
      ),
      last: Math.max(
        ...rows.map(({ first, last }) => Math.max(first, last ?? first)),
      ),
      ended: rows.some(({ last }) => last !== null),
    }));
  const number = (test: (value: typeof values[number]) => boolean): number =>
    values.filter(test).length;
  return lane((day) => ({
    active: number(({ first, last }) => first <= day && day <= last),
    appeared: number(({ first }) => first === day),
    disappeared: number(({ last, ended }) => ended && last === day),
    changed: 0,
  }));
}

interface Point {
  readonly name: string;
  readonly day: number;
}

function pointLane(points: readonly Point[]): Counts[] {
  const values = [...Map.groupBy(points, ({ name }) => name).values()]
    .map((rows) => rows.map(({ day }) => day));
  return lane((day) => ({
    active: values.filter((days) => days.includes(day)).length,
    appeared: values.filter((days) => Math.min(...days) === day).length,
    disappeared: 0,
    changed: 0,
  }));
}

interface Fact {
  readonly subject: string;
  readonly source: string;
  readonly field: string;
  readonly value: string;
  /** Day and hour of the observation. */
  readonly moment: number;
}

const dayOf = (moment: number): number => Math.floor(moment / 24);

function stateLane(facts: readonly Fact[]): Counts[] {
  const holding = (end: number): Set<string> => {
    const groups = Map.groupBy(
      facts.filter(({ moment }) => moment < end),
      ({ subject, source }) => `${subject} ${source}`,
    );
    return new Set([...groups.values()].flatMap((group) => {
      const latest = Math.max(...group.map(({ moment }) => moment));
      return group.filter(({ moment }) => moment === latest)
        .map(({ subject, field, value }) => `${subject} ${field} ${value}`);
    }));
  };
  const changes = changeDays(facts);
  return lane((day) => {
    const [before, now] = [holding(day * 24), holding((day + 1) * 24)];
    return {
      active: now.size,
      appeared: now.difference(before).size,
      disappeared: before.difference(now).size,
      changed: changes.filter((changed) => changed === day).length,
    };
  });
}

/** A day for each field whose values differ from those of the observation before. */
function changeDays(facts: readonly Fact[]): number[] {
  const groups = Map.groupBy(
    facts,
    ({ subject, source }) => `${subject} ${source}`,
  );
  return [...groups.values()].flatMap((group) => {
    const moments = [...new Set(group.map(({ moment }) => moment))].sort((
      a,
      b,
    ) => a - b);
    const fields = [...new Set(group.map(({ field }) => field))];
    const said = (moment: number, name: string): string =>
      [
        ...new Set(
          group.filter((fact) => fact.moment === moment && fact.field === name)
            .map(({ value }) => value),
        ),
      ].sort().join();
    return moments.slice(1).flatMap((moment, index) =>
      fields.filter((field) =>
        said(moment, field) !== said(moments[index] ?? 0, field)
      )
        .map(() => dayOf(moment))
    );
  });
}

const names = fc.constantFrom("p", "q", "r");
const days = fc.integer({ min: 0, max: LAST_DAY - 2 });
const spans = fc.array(
  fc.record({ name: names, first: days, last: fc.option(days) }),
  { maxLength: 8 },
);
const points = fc.array(fc.record({ name: names, day: days }), {
  maxLength: 8,
});
const facts = fc.array(
  fc.record({
    subject: fc.constantFrom("example.com", "example.org"),
    source: fc.constantFrom("one", "two"),
    field: fc.constantFrom("name", "email"),
    value: names,
    moment: fc.integer({ min: 0, max: (LAST_DAY - 1) * 4 }).map((n) => n * 6),
  }),
  { maxLength: 14 },
);

function rowsOf(
  { spans, points, facts }: { spans: Span[]; points: Point[]; facts: Fact[] },
): RowsByKind {
  return {
    resolutions: spans.map(({ name, first, last }, index): Row => ({
      rrname: `${name}.example.com`,
      rrtype: "A",
      rdata: "192.0.2.1",
      first_seen: at(first, index),
      last_seen: last === null ? null : at(last, index + 1),
      seen_as: "wire",
    })),
    alerts: points.map(({ name, day }, index): Row => ({
      time: at(day, index),
      signature: name,
      source_address: "192.0.2.1",
    })),
    whois: facts.map(({ subject, source, field, value, moment }): Row => ({
      subject,
      source,
      section: "registrant",
      field,
      value,
      observed_at: at(0, moment),
    })),
  };
}

/** A step function as one row a day. */
function daily(rows: readonly Row[], kind: string): Counts[] {
  let active = 0;
  const events = rows.filter((row) => row["kind"] === kind);
  return lane((day) => {
    const row = events.find((row) => row["day"] === at(day));
    active = row ? Number(row["active"]) : active;
    return {
      active,
      appeared: Number(row?.["appeared"] ?? 0),
      disappeared: Number(row?.["disappeared"] ?? 0),
      changed: Number(row?.["changed"] ?? 0),
    };
  });
}

Deno.test("timeline agrees with counting day by day", async () => {
  const data = fc.record({ spans, points, facts });
  const text = "```pivot p\n192.0.2.1\nexample.com\nexample.org\n```\n";
  const notebook = await openTestNotebook(text);
  await fc.assert(
    fc.asyncProperty(data, async (data) => {
      notebook.lookup.rows = rowsOf(data);
      notebook.session.dispatch({ type: "engine-restarted" });
      await notebook.session.settled();
      const rows = await notebook.rows("from p.timeline");
      const expected: Lanes = new Map([
        ["resolutions", spanLane(data.spans)],
        ["alerts", pointLane(data.points)],
        ["whois", stateLane(data.facts)],
      ]);
      for (const [kind, counts] of expected) {
        assert.deepEqual(daily(rows, kind), counts, kind);
      }
    }),
    { seed: 5, numRuns: 60 },
  );
  await notebook.close();
});
