import type { CellStatus } from "@pivotbook/cells";
import { css, type CSSResult, html } from "lit";

const words: Readonly<Record<CellStatus, string>> = {
  idle: "not run",
  queued: "waiting",
  running: "running",
  ok: "ok",
  cached: "unchanged",
  stale: "stale",
  blocked: "blocked",
  disabled: "disabled",
  cancelled: "stopped",
  error: "failed",
};

/** The status in a word. */
export function statusWord(status: CellStatus): string {
  return words[status];
}

/** A dot for the status, with its word for those who do not see it. */
export function statusDot(status: CellStatus): unknown {
  return html`
    <i class="dot ${status}" role="img" aria-label=${words[status]}
      title=${words[status]}></i>
  `;
}

/** Whether what is shown is not what the text says now. */
export function isObsolete(status: CellStatus): boolean {
  return ["stale", "error", "blocked", "cancelled"].includes(status);
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
    .dot.running {
      animation: none;
    }
  }
`;
