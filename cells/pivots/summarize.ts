import type { TimeWindow } from "@pivotbook/data";
import type { RunContext } from "../kinds/cell_kind.ts";
import type { PivotOutput } from "../kinds/output.ts";
import type { PivotAnswer } from "./look_up.ts";
import type { PivotSchema } from "./pivot_schema.ts";
import { createSummary } from "./summary.ts";
import { createTimeline } from "./timeline.ts";
import { createTimelineView } from "./timeline_window.ts";

/**
 * Makes a pivot's summary and timeline of what lies in the window. Where the
 * whole timeline is not that of this answer, its rows are shown first, since
 * they do not wait for it.
 */
export async function summarize(
  schema: PivotSchema,
  { answer, output, window, context }: {
    answer: PivotAnswer;
    output: PivotOutput;
    window: TimeWindow | null;
    context: RunContext;
  },
): Promise<void> {
  const { engine, memory, signal } = context;
  const kinds = answer.found;
  const narrowed = [
    createSummary(schema, { indicators: output.seeds.length, kinds }),
    createTimelineView(schema, window),
  ];
  if (memory.get(schema.timeline) === answer) {
    await engine.query(narrowed.join(";\n"), { signal });
    return;
  }
  await context.show(output);
  signal.throwIfAborted();
  const whole = createTimeline(schema, { kinds });
  await engine.query([whole, ...narrowed].join(";\n"), { signal });
  memory.set(schema.timeline, answer);
}
