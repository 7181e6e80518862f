import { html } from "lit";
import "./conflict_dialog.ts";
import type { Saver } from "../controllers/saver.ts";
import "../imports/import_dialog.ts";
import type { LookAtEvent } from "../imports/look_at.ts";
import "./shortcuts_dialog.ts";

/** What opens over an open notebook: keys, import, and the choice after a conflict. */
export function notebookDialogs(
  { keysOpen, keysClosed, targets, saver, load, lookAt }: {
    keysOpen: boolean;
    keysClosed: () => void;
    /** Names of the datasets that files can be imported into. */
    targets: readonly string[];
    saver: Saver;
    /** Takes the text of somebody else in place of ours. */
    load: (text: string) => void;
    /** Shows the rows of an import. */
    lookAt: (event: LookAtEvent) => void;
  },
): unknown {
  const takeTheirs = () => {
    const theirs = saver.takeTheirs();
    if (theirs) load(theirs.text);
  };
  return html`
    <pivotbook-shortcuts-dialog ?open=${keysOpen}
      @wa-after-hide=${keysClosed}></pivotbook-shortcuts-dialog>
    <pivotbook-import-dialog .datasets=${targets}
      @pivotbook-look-at=${lookAt}></pivotbook-import-dialog>
    <pivotbook-conflict-dialog ?open=${saver.status ===
      "conflict"} .mine=${saver.mine}
      .theirs=${saver.theirs?.text ?? ""}
      @pivotbook-keep-mine=${() => saver.keepMine()}
      @pivotbook-take-theirs=${takeTheirs}></pivotbook-conflict-dialog>
  `;
}
