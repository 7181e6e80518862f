import assert from "node:assert/strict";
import type { Table } from "@pivotbook/data";
import fc from "fast-check";
import { binsOf, stretchesOf } from "../../../components/heat_map/bins.ts";
import {
  brushOf,
  dragged,
  widened,
  windowOf,
} from "../../../components/heat_map/brush.ts";
import {
  changeDays,
  nearestDay,
  partText,
} from "../../../components/heat_map/changes.ts";
import {
  extentOf,
  type Lane,
  lanesOf,
} from "../../../components/heat_map/lanes.ts";
import {
  levelOf,
  levelsOf,
  levelsText,
} from "../../../components/heat_map/levels.ts";
import {
  binStart,
  binStop,
  type BinUnit,
  binUnit,
  dayAt,
  dayText,
  xOf,
} from "../../../components/heat_map/scale.ts";
import { ticksOf } from "../../../components/heat_map/ticks.ts";
import { zoomed } from "../../../components/heat_map/zoom.ts";

const DAY = 86_400_000_000n;

/** Reads 2016-10-07 as a day. */
function dayOf(text: string): number {
  return Date.parse(`${text}T00:00:00Z`) / 86_400_000;
}

const units: readonly BinUnit[] = ["day", "week", "month", "year"];

function step(
  day: string,
  active: number,
  change: Partial<Lane["steps"][number]> = {},
): Lane["steps"][number] {
  return {
    day: dayOf(day),
    active,
    appeared: 0,
    disappeared: 0,
    changed: 0,
    ...change,
  };
}

const lane: Lane = {
  kind: "resolutions",
  title: "Resolutions",
  shape: "span",
  steps: [
    step("2016-10-07", 1, { appeared: 1 }),
    step("2016-10-09", 3, { appeared: 2 }),
    step("2016-10-12", 3, { disappeared: 3 }),
    step("2016-10-13", 0),
  ],
};

Deno.test("lanesOf() reads a timeline", () => {
  const days = [dayOf("2016-10-07"), dayOf("2016-10-08")].map((day) =>
    BigInt(day) * DAY
  );
  const big = (values: readonly number[]) => values.map(BigInt);
  const table: Table = {
    rows: 2,
    columns: [
      { name: "kind", type: "VARCHAR", values: ["whois", "alerts"] },
      { name: "day", type: "TIMESTAMP", values: days },
      { name: "active", type: "BIGINT", values: big([3, 1]) },
      { name: "appeared", type: "BIGINT", values: big([3, 1]) },
      { name: "disappeared", type: "BIGINT", values: big([0, 0]) },
      { name: "changed", type: "BIGINT", values: big([1, 0]) },
    ],
  };
  const [whois, alerts] = lanesOf(table);
  assert.equal(whois?.shape, "state");
  assert.equal(whois?.steps[0]?.changed, 1);
  assert.equal(alerts?.shape, "point");
});

Deno.test("stretchesOf() is the step function, day by day", () => {
  assert.deepEqual(
    stretchesOf(lane, "day").map((
      { start, stop, active },
    ) => [dayText(start), dayText(stop), active]),
    [["2016-10-07", "2016-10-09", 1], ["2016-10-09", "2016-10-13", 3]],
  );
});

Deno.test("stretchesOf() shows the most of a coarser cell and never overlaps", () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.tuple(
          fc.integer({ min: 1, max: 40 }),
          fc.integer({ min: 0, max: 5 }),
        ),
        { minLength: 1, maxLength: 20 },
      ),
      fc.constantFrom(...units),
      (gaps, unit) => {
        let day = dayOf("2016-01-01");
        const steps = gaps.map(([gap, active]) => ({
          ...step("2016-01-01", active),
          day: day += gap,
        }));
        const stretches = stretchesOf({
          ...lane,
          steps: [...steps, { ...step("2016-01-01", 0), day: day + 3 }],
        }, unit);
        stretches.forEach(({ start, stop }, index) => {
          assert(start < stop);
          assert(start >= (stretches[index - 1]?.stop ?? -Infinity));
        });
      },
    ),
    { seed: 5, numRuns: 300 },
  );
});

Deno.test("binsOf() sums what happens in a cell", () => {
  const [bin, ...more] = binsOf(lane, "month");
  assert.equal(more.length, 0);
  assert.deepEqual([bin?.appeared, bin?.disappeared, bin?.active], [3, 3, 3]);
});

Deno.test("cells cover the time without a gap", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -10_000, max: 30_000 }),
      fc.constantFrom(...units),
      (day, unit) => {
        const [start, stop] = [binStart(day, unit), binStop(day, unit)];
        assert(start <= day && day < stop);
        assert.equal(binStart(stop, unit), stop);
        assert.equal(binStart(stop - 1, unit), start);
      },
    ),
    { seed: 9, numRuns: 500 },
  );
});

Deno.test("binUnit() goes from days to years as the span grows", () => {
  const scale = (days: number) => ({
    start: 0,
    stop: days,
    left: 0,
    width: 800,
  });
  assert.deepEqual(
    [272, 2000, 9000, 40_000].map((days) => binUnit(scale(days))),
    units,
  );
});

Deno.test("xOf() and dayAt() are inverse", () => {
  const scale = { start: 17_000, stop: 17_272, left: 92, width: 796 };
  assert(Math.abs(dayAt(scale, xOf(scale, 17_100.5)) - 17_100.5) < 1e-6);
});

Deno.test("ticksOf() leaves room for its words, at any span", () => {
  for (const days of [6, 40, 272, 3000, 30_000]) {
    const scale = {
      start: dayOf("2001-03-05"),
      stop: dayOf("2001-03-05") + days,
      left: 92,
      width: 796,
    };
    const ticks = ticksOf(scale);
    assert(ticks.length >= 2, String(days));
    ticks.forEach(({ x }, index) =>
      assert(x - (ticks[index - 1]?.x ?? -99) > 30, String(days))
    );
  }
});

Deno.test("levels say what they shade", () => {
  assert.equal(levelsText(levelsOf(5)), "1, 2, 3-4, 5+");
  assert.deepEqual(
    [0, 1, 2, 4, 9].map((active) => levelOf(levelsOf(9), active)),
    [0, 1, 2, 3, 4],
  );
  for (const most of [13, 100, 5000, 1_000_000]) {
    const levels = levelsOf(most);
    levels.forEach((least, index) => assert(least > (levels[index - 1] ?? 0)));
    assert.equal(levelOf(levels, most), 4);
  }
});

Deno.test("a brush is drawn, moved at its edges and widened from change to change", () => {
  const [a, b] = [dayOf("2016-10-01"), dayOf("2016-10-09")];
  const brush = dragged("new", { brush: null, from: b + 0.4, to: a + 0.7 });
  assert.deepEqual(windowOf(brush), {
    first: "2016-10-01",
    last: "2016-10-09",
  });
  assert.deepEqual(
    windowOf(dragged("start", { brush, from: a, to: a + 2.5 })),
    { first: "2016-10-03", last: "2016-10-09" },
  );
  assert.deepEqual(windowOf(widened(brush, { from: b, to: b + 3 })), {
    first: "2016-10-01",
    last: "2016-10-12",
  });
  assert.deepEqual(windowOf(widened(null, { from: a, to: b })), {
    first: "2016-10-01",
    last: "2016-10-09",
  });
});

Deno.test("brushOf() takes open sides from the axis", () => {
  const extent = { start: 100, stop: 200 };
  assert.equal(brushOf({ start: null, stop: null }, extent), null);
  assert.deepEqual(brushOf({ start: String(120n * DAY), stop: null }, extent), {
    start: 120,
    stop: 200,
  });
});

Deno.test("changeDays() gathers lanes and says what changes", () => {
  const [first] = changeDays([lane, { ...lane, title: "Certificates" }]);
  assert.equal(first?.size, 2);
  assert.deepEqual(first?.parts.map(partText), [
    "Resolutions: 1 new",
    "Certificates: 1 new",
  ]);
});

Deno.test("zoomed() keeps the day it turns around, and extentOf() leaves air", () => {
  const extent = extentOf([lane]);
  assert(
    extent && extent.start < dayOf("2016-10-07") &&
      extent.stop > dayOf("2016-10-13"),
  );
  const around = dayOf("2016-10-09");
  const near = zoomed(extent, { factor: 0.5, around });
  const share = (span: { start: number; stop: number }) =>
    (around - span.start) / (span.stop - span.start);
  assert(Math.abs(share(near) - share(extent)) < 1e-9);
});

Deno.test("nearestDay() finds what is near the pointer, whatever the scale", () => {
  const scale = { start: 0, stop: 100, left: 0, width: 1000 };
  const days = [10, 11, 50];
  assert.equal(nearestDay(days, { day: 10.2, scale }), 10);
  assert.equal(nearestDay(days, { day: 11.3, scale }), 11);
  assert.equal(nearestDay(days, { day: 30, scale }), null);
  const wide = { ...scale, stop: 10_000 };
  assert.equal(nearestDay(days, { day: 90, scale: wide }), 50);
});
