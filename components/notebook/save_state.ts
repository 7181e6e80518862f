import { html } from "lit";
import type { Saver, SaveStatus } from "../controllers/saver.ts";

/** Where the text stands, and what to say of it further. */
interface SaveWords {
  readonly word: string;
  /** Why it is not saved; empty where it is, or soon will be. */
  readonly trouble: string;
}

const words: Readonly<Record<SaveStatus, SaveWords>> = {
  saved: { word: "Saved", trouble: "" },
  waiting: { word: "Saving …", trouble: "" },
  saving: { word: "Saving …", trouble: "" },
  offline: { word: "Not saved", trouble: "server away" },
  conflict: { word: "Not saved", trouble: "changed elsewhere" },
  deleted: { word: "Not saved", trouble: "deleted" },
  failed: { word: "Not saved", trouble: "refused" },
};

/** Whether what is on the screen is on the server, for the bar at the top; where it is not, a button tries again. */
export function saveState(
  status: SaveStatus,
  { reason, again }: {
    /** What the server said, where it refused. */
    reason: string;
    again: () => void;
  },
): unknown {
  const { word, trouble } = words[status];
  if (trouble === "") {
    return html`
      <span class="save ${status}"
        title=${word}><i aria-hidden="true"></i><span>${word}</span></span>
    `;
  }
  return html`
    <button class="save trouble" title="${reason || "Try again now"}"
      @click=${again}><i
        aria-hidden="true"></i><span>${word}<span class="why">: ${trouble}</span></span></button>
  `;
}

/** What is said of a notebook that was deleted while it was open; empty otherwise. */
export function deletedNotice(
  { status, reason, createAgain }: Saver,
): unknown {
  return status !== "deleted" ? "" : html`
    <div class="deleted"
      role="alert"><span>This notebook was deleted${reason
        ? html`. ${reason}`
        : ""}.</span><button class="button" @click=${createAgain}>Create it again</button></div>
  `;
}

/** What those are told who do not see it: only that a text is not saved. */
export function saveNews(status: SaveStatus): string {
  const { word, trouble } = words[status];
  return trouble === "" ? "" : `${word}: ${trouble}.`;
}
