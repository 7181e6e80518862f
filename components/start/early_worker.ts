import { type StartedWorker, startWorker } from "./worker.ts";

declare global {
  /** What the page's first script leaves for the page: the two share no module. */
  var pivotbookWorker: StartedWorker | undefined;
}

/** The worker that started with the page; a new one where that was taken, or has failed. */
export function takeWorker(): StartedWorker {
  const early = globalThis.pivotbookWorker;
  globalThis.pivotbookWorker = undefined;
  return early === undefined || early.failed ? startWorker() : early;
}
