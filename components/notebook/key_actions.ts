import type { NotebookActions } from "../controllers/notebook_actions.ts";
import type { OpenNotebook } from "../controllers/open_notebook.ts";
import type { PageActions } from "../controllers/page_keys.ts";

/** The page on which keys are pressed. */
export interface KeysPage {
  /** Id of the block that keys act on. */
  readonly current: string | null;
  /** Id of the block whose editor is open. */
  editing: string | null;
  /** Whether the list of keys is open. */
  keysOpen: boolean;
  focusSearch(): void;
}

/** What the keys of the notebook page do. */
export function keyActions(page: KeysPage, { actions, notebook, say }: {
  actions: NotebookActions;
  notebook: OpenNotebook;
  say: (text: string) => void;
}): PageActions {
  return {
    search: () => page.focusSearch(),
    keys: () => page.keysOpen = true,
    "run-all": actions.runAll,
    stop: actions.stopAll,
    undo: () => say(notebook.undo() ? "Undone" : "Nothing to undo"),
    redo: () => say(notebook.redo() ? "Done again" : "Nothing to do again"),
    next: () => actions.walk(1),
    former: () => actions.walk(-1),
    run: () => page.current && actions.run(page.current),
    edit: () => page.editing = page.current,
    up: () => page.current && actions.move(page.current, -1),
    down: () => page.current && actions.move(page.current, 1),
  };
}
