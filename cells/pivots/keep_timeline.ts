import type { TimeWindow } from "@pivotbook/data";
import type { RunContext } from "../kinds/cell_kind.ts";
import type { PivotOutput } from "../kinds/output.ts";
import type { PivotAnswer } from "./look_up.ts";
import type { PivotSchema } from "./pivot_schema.ts";
import { createTimeline } from "./timeline.ts";
import { createTimelineView } from "./timeline_window.ts";

/** Makes a pivot's timeline where it is not that of this answer, and shows what lies in the window; its rows are shown first, since they do not wait for it. */
export async function keepTimeline(
  schema: PivotSchema,
  { answer, output, window, context }: {
    answer: PivotAnswer;
    output: PivotOutput;
    window: TimeWindow | null;
    context: RunContext;
  },
): Promise<void> {
  const { engine, memory, signal } = context;
  const view = createTimelineView(schema, window);
  if (memory.get(schema.timeline) === answer) {
    await engine.query(view, { signal });
    return;
  }
  await context.show(output);
  signal.throwIfAborted();
  const sql = createTimeline(schema, { kinds: answer.found });
  await engine.query(`${sql};\n${view}`, { signal });
  memory.set(schema.timeline, answer);
}
