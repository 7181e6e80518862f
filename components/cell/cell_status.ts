import type { CellState, CellStatus } from "@pivotbook/cells";
import { css, type CSSResult, html } from "lit";

const words: Readonly<Record<CellStatus, string>> = {
  idle: "not run",
  queued: "waiting",
  running: "running",
  stopping: "stopping",
  ok: "ok",
  cached: "unchanged",
  stale: "stale",
  blocked: "blocked",
  disabled: "disabled",
  cancelled: "stopped",
  error: "failed",
};

/** A dot for the status, with its word for those who do not see it. */
export function statusDot(status: CellStatus): unknown {
  return html`
    <i class="dot ${status}" role="img" aria-label=${words[status]}
      title=${words[status]}></i>
  `;
}

/** Whether the cell waits to run, or has the engine still. */
export function isWaiting(status: CellStatus): boolean {
  return ["queued", "running", "stopping"].includes(status);
}

/** Whether the cell can be stopped. */
export function canStop(status: CellStatus): boolean {
  return status === "queued" || status === "running";
}

/** What stands in place of a result that is not there; empty where an error does. */
export function emptyWords(status: CellStatus): string {
  return emptied[status] ?? "";
}

const emptied: Partial<Readonly<Record<CellStatus, string>>> = {
  idle: "Not run yet.",
  queued: "Waiting for its turn …",
  running: "Working …",
  stopping: "Stopping …",
  stale: "Not run yet.",
  disabled: "Does not run: its first line says disabled.",
  cancelled: "Stopped before it gave anything.",
};

/** Whether a cell without a result can be asked for one. */
export function canRun(status: CellStatus): boolean {
  return ["idle", "stale", "cancelled"].includes(status);
}

/** The status in a word and why it is so, where the word does not say it already. */
export function standingWords(
  status: CellStatus,
  reason: string,
): { word: string; why: string } {
  const [, because] = /^not run: (.*)/.exec(reason) ?? [];
  if (because !== undefined) return { word: "not run", why: because };
  const word = words[status];
  const said = reason === word || reason === "not run yet";
  return { word, why: said ? "" : reason };
}

/** Why what is to come of a result does not come; null where nothing is, or while it does. */
export function whyUnfinished(
  { status, partial }: Pick<CellState, "status" | "partial">,
): string | null {
  return partial && !isWaiting(status) ? words[status] : null;
}

/** Whether what is shown is not what the text says now. */
export function isObsolete(status: CellStatus): boolean {
  return ["stale", "error", "blocked", "cancelled", "stopping"]
    .includes(status);
}

/** Look of `statusDot`: told apart by shape as well as by colour. */
export const statusStyles: CSSResult = css`
  .dot {
    display: inline-block;
    flex: none;
    width: 8px;
    height: 8px;
    border-radius: 50%;
    background: var(--ok);
  }
  .dot.idle,
  .dot.disabled {
    background: none;
    border: 1.5px solid var(--line-strong);
  }
  .dot.stale,
  .dot.cancelled {
    background: none;
    border: 1.5px solid var(--warn);
  }
  .dot.queued {
    background: none;
    border: 1.5px dashed var(--accent);
  }
  .dot.running {
    background: var(--accent);
    animation: pulse 1s infinite alternate;
  }
  .dot.stopping {
    background: var(--warn);
    animation: pulse 1s infinite alternate;
  }
  .dot.error {
    background: var(--bad);
    border-radius: 1px;
  }
  .dot.blocked {
    background: none;
    border: 1.5px solid var(--bad);
    border-radius: 1px;
  }
  .dot.text {
    background: var(--line-strong);
  }
  @keyframes pulse {
    to {
      opacity: .35;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .dot.running,
    .dot.stopping {
      animation: none;
    }
  }
`;
