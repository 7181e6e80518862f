import assert from "node:assert/strict";
import type { Session, SessionState } from "@pivotbook/cells";
import type { Engine, LookupSource } from "@pivotbook/data";
import { OpenNotebook } from "../../../components/controllers/open_notebook.ts";

const state = { notebook: { blocks: [] } } as unknown as SessionState;

/** A session that reports when it is told to. */
function reporter(): { session: Session; report: () => void } {
  let report = (): void => {};
  const session = {
    engine: {} as Engine,
    lookup: {} as LookupSource,
    state,
    dispatch: () => report(),
    subscribe: (listener: (state: SessionState) => void) => {
      report = () => listener(state);
      return () => {};
    },
    settled: () => Promise.resolve(),
    close: () => Promise.resolve(),
  };
  return { session, report: () => report() };
}

Deno.test("a session's reports are drawn once a frame, a reader's actions at once", async () => {
  const frames: (() => void)[] = [];
  globalThis.requestAnimationFrame = (draw) => frames.push(() => draw(0));
  let drawn = 0;
  const host = {
    addController: () => {},
    removeController: () => {},
    requestUpdate: () => drawn++,
    updateComplete: Promise.resolve(drawn === 0),
  };
  let heard = 0;
  const notebook = new OpenNotebook(host, () => heard++);
  const { session, report } = reporter();
  notebook.open(session);
  await frame(frames);
  drawn = heard = 0;
  for (let count = 0; count < 3; count++) report();
  assert.deepEqual([heard, drawn, frames.length], [3, 0, 1]);
  await frame(frames);
  assert.equal(drawn, 1);
  notebook.dispatch({ type: "run", ids: "all" });
  assert.equal(drawn, 2);
  await frame(frames);
});

/** Draws a frame, and lets the time run out after which none would be waited for. */
async function frame(frames: (() => void)[]): Promise<void> {
  for (const draw of frames.splice(0)) draw();
  await new Promise((resolve) => setTimeout(resolve, 120));
}
