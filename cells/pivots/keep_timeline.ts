import type { RunContext } from "../kinds/cell_kind.ts";
import type { PivotOutput } from "../kinds/output.ts";
import type { PivotAnswer } from "./look_up.ts";
import type { PivotSchema } from "./pivot_schema.ts";
import { createTimeline } from "./timeline.ts";

/** Makes a pivot's timeline where it is not that of this answer; its rows are shown first, since they do not wait for it. */
export async function keepTimeline(
  schema: PivotSchema,
  { answer, output, context }: {
    answer: PivotAnswer;
    output: PivotOutput;
    context: RunContext;
  },
): Promise<void> {
  const { engine, memory, signal } = context;
  if (memory.get(schema.timeline) === answer) return;
  await context.show(output);
  signal.throwIfAborted();
  const sql = createTimeline(schema, { kinds: answer.found });
  await engine.query(sql, { signal });
  memory.set(schema.timeline, answer);
}
