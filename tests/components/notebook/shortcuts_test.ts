import assert from "node:assert/strict";
import { pageKey } from "../../../components/notebook/keys.ts";
import { notebookShortcuts } from "../../../components/notebook/shortcuts.ts";

/** A press of `Ctrl Shift Z`, outside of any field. */
function press(keys: string): KeyboardEvent {
  const parts = keys.split(" ");
  const named: Readonly<Record<string, string>> = {
    "↑": "ArrowUp",
    "↓": "ArrowDown",
  };
  const last = parts.at(-1) ?? "";
  return {
    key: named[last] ?? last,
    ctrlKey: parts.includes("Ctrl"),
    shiftKey: parts.includes("Shift"),
    altKey: parts.includes("Alt"),
    metaKey: false,
    composedPath: () => [],
  } as unknown as KeyboardEvent;
}

Deno.test("the list of keys has every key of the page, and each does something", () => {
  const field = globalThis as { HTMLElement?: unknown };
  field.HTMLElement ??= class {};
  const actions = notebookShortcuts
    .filter(({ title }) => ["Everywhere", "Cell"].includes(title))
    .flatMap(({ keys }) => keys.flatMap(([all]) => all.split(", ")))
    .map((keys) => pageKey(press(keys)));
  assert.ok(!actions.includes(null), String(actions));
  assert.deepEqual(
    [...new Set(actions)].toSorted(),
    [
      "down",
      "edit",
      "former",
      "keys",
      "next",
      "redo",
      "run",
      "run-all",
      "search",
      "stop",
      "undo",
      "up",
    ],
  );
});
