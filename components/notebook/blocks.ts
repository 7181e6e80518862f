import type { Block, SessionState } from "@pivotbook/cells";
import { html } from "lit";
import { keyed } from "lit/directives/keyed.js";
import { repeat } from "lit/directives/repeat.js";
import { isFilled } from "./block_edits.ts";
import "../cell/cell_frame.ts";
import type { Completions } from "../editor/code_editor.ts";
import "./insert_bar.ts";
import "../prose/prose_block.ts";
import { readersOf } from "./readers_of.ts";

/** How the blocks of a notebook are shown now. */
export interface BlocksView {
  readonly state: SessionState;
  /** Id of the block that the reader works with. */
  readonly current: string | null;
  /** Id of the block whose text is open. */
  readonly editing: string | null;
  readonly values: ReadonlyMap<string, string>;
  readonly completions: Completions;
  /** Called with the id of a block that was touched. */
  readonly touch: (id: string) => void;
}

/** Prose and cells in order, with a place to add something between any two. */
export function notebookBlocks(view: BlocksView): unknown {
  const blocks = view.state.notebook.blocks.filter(isFilled);
  const last = blocks.at(-1);
  return html`
    <pivotbook-insert-bar .behind=${null}
      ?shown=${blocks.length === 0}></pivotbook-insert-bar>
        ${repeat(blocks, ({ id }) => id, (block) =>
          html`
            <div id=${anchorOf(block)} data-id=${block
              .id} class="block">${blockView(block, view)}</div>
            <pivotbook-insert-bar .behind=${block.id}
              ?shown=${block === last}></pivotbook-insert-bar>
          `)}
  `;
}

/** The name of the cell that keeps another from running. */
function blameOf(id: string, { cells }: SessionState): string | null {
  const blame = cells[id]?.blame ?? null;
  return blame === null ? null : cells[blame]?.name ?? blame;
}

function anchorOf(block: Block): string {
  return block.type === "cell" ? block.name ?? block.id : block.id;
}

function blockView(block: Block, view: BlocksView): unknown {
  const { state, values, completions, touch } = view;
  const editing = view.editing === block.id;
  if (block.type === "prose") {
    return html`
      <pivotbook-prose-block .prose=${block} .values=${values}
        .editing=${editing}></pivotbook-prose-block>
    `;
  }
  const touched = () => touch(block.id);
  return keyed(
    block.id,
    html`
      <pivotbook-cell-frame .cell=${block} .state=${state.cells[block.id] ??
        null}
        .completions=${completions} .blame=${blameOf(
          block.id,
          state,
        )} .readers=${readersOf(
          state,
          block.name,
        )}
        ?current=${view.current === block.id}
        .editing=${editing} @pointerdown=${touched}
        @focusin=${touched}></pivotbook-cell-frame>
    `,
  );
}
