/** Keys of one place, and what they do. */
export interface ShortcutGroup {
  readonly title: string;
  /** Each line: its keys between commas, and what they do. */
  readonly keys: readonly (readonly [string, string])[];
}

/** Every key of the notebook page, by where it works. */
export const notebookShortcuts: readonly ShortcutGroup[] = [
  {
    title: "Everywhere",
    keys: [
      ["/", "Search; Enter investigates"],
      ["?", "This list"],
      ["j, k", "Next, former cell"],
      ["Ctrl Shift Enter", "Run all cells"],
      ["Ctrl .", "Stop"],
      ["Ctrl Z", "Undo"],
      ["Ctrl Shift Z, Ctrl Y", "Redo"],
    ],
  },
  {
    title: "Cell",
    keys: [
      ["Shift Enter", "Run"],
      ["e", "Edit its text"],
      ["Alt ↑, Alt ↓", "Move up, down"],
    ],
  },
  {
    title: "Editor",
    keys: [
      ["Ctrl Enter, Shift Enter", "Run, and close when it went well"],
      ["Esc", "Close"],
    ],
  },
  {
    title: "Grid",
    keys: [
      ["Arrows, Page ↑, Page ↓", "Move"],
      ["Home, End", "First, last column; with Ctrl, row"],
      ["Enter", "Pivot to the indicator"],
      ["Space", "Select the row"],
      ["Menu, Shift F10", "Other pivots"],
      ["Ctrl C", "Copy, defanged"],
      ["Ctrl Shift C", "Copy the live form"],
      ["Alt S", "Sort by the column"],
      ["Shift ←, Shift →", "Narrow, widen the column"],
    ],
  },
  {
    title: "Heat map",
    keys: [
      ["←, →", "Walk from change to change"],
      ["Shift ←, Shift →", "Widen the span"],
      ["Enter, Esc", "Set, clear the span"],
      ["c", "Changes only"],
      ["t", "As table"],
      ["+, -, 0", "Closer, farther, whole"],
    ],
  },
  {
    title: "End of the span",
    keys: [
      ["←, →", "Move it by a day"],
      ["Shift ←, Shift →", "Move it by a week"],
    ],
  },
];

/** Every key of the start page. */
export const startShortcuts: readonly ShortcutGroup[] = [
  {
    title: "Everywhere",
    keys: [
      ["/", "Search; Enter investigates"],
      ["?", "This list"],
      ["Ctrl Z", "Put back what was deleted"],
    ],
  },
  {
    title: "Notebook in the list",
    keys: [
      ["Enter", "Open"],
      ["F2", "Rename"],
      ["Delete", "Delete"],
    ],
  },
];
