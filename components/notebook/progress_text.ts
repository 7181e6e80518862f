import type { SessionState } from "@pivotbook/cells";

/** How far the notebook is, for those who hear it. */
export function progressText({ cells }: SessionState): string {
  const all = Object.values(cells);
  const running = all.find(({ status }) => status === "running");
  const stopping = all.find(({ status }) => status === "stopping");
  const waiting = all.filter(({ status }) => status === "queued").length;
  if (running) {
    const more = waiting > 0 ? `, ${waiting} waiting` : "";
    return `Running ${running.name ?? "a cell"}${more}`;
  }
  if (stopping) return `Stopping ${stopping.name ?? "a cell"}`;
  const failed = all.filter(({ status }) => status === "error");
  if (failed.length > 0) {
    return `Failed: ${failed.map(({ name }) => name ?? "a cell").join(", ")}`;
  }
  return all.every(({ status }) => ["ok", "cached"].includes(status))
    ? "All cells have run"
    : "";
}

/** Whether no cell runs or is about to. */
export function isAtRest(state: SessionState | null): boolean {
  return Object.values(state?.cells ?? {}).every(({ status }) =>
    !["idle", "stale", "queued", "running", "stopping"].includes(status)
  );
}
