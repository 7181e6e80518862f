import { html } from "lit";
import type { CellCommand } from "../events.ts";
import { icon } from "../icons.ts";

/** What the menu of a cell can do. */
export interface CellMenuActions {
  readonly command: (command: CellCommand) => void;
  readonly edit: () => void;
  readonly copy: () => void;
}

/** Each line: what it does, its words and its key. */
const items: readonly (readonly [string, string, string])[] = [
  ["run", "Run", "Shift Enter"],
  ["edit", "Edit text", "e"],
  ["duplicate", "Duplicate", ""],
  ["copy", "Copy text", ""],
  ["up", "Move up", "Alt ↑"],
  ["down", "Move down", "Alt ↓"],
];

/** The menu of a cell. */
export function cellMenu(name: string, actions: CellMenuActions): unknown {
  const select = (event: CustomEvent<{ item: { value: string } }>) =>
    act(event.detail.item.value, actions);
  return html`<wa-dropdown placement="bottom-end" @wa-select=${select}>
    <button slot="trigger" class="quiet" aria-label="Menu of ${name}">${
    icon("ellipsis")
  }</button>
    ${
    items.map(([value, label, key]) =>
      html`<wa-dropdown-item value=${value}>${label}${
        key ? html`<kbd slot="details">${key}</kbd>` : ""
      }</wa-dropdown-item>`
    )
  }
    <wa-dropdown-item value="remove" variant="danger">Delete</wa-dropdown-item>
  </wa-dropdown>`;
}

function act(value: string, { command, edit, copy }: CellMenuActions): void {
  const all: Readonly<Record<string, () => void>> = {
    run: () => command({ type: "run" }),
    edit,
    duplicate: () => command({ type: "duplicate" }),
    copy,
    up: () => command({ type: "move", by: -1 }),
    down: () => command({ type: "move", by: 1 }),
    remove: () => command({ type: "remove" }),
  };
  all[value]?.();
}
