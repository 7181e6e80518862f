/** What a key does on the notebook page. */
export type PageAction =
  | "search"
  | "keys"
  | "run-all"
  | "stop"
  | "undo"
  | "redo"
  | "next"
  | "former"
  | "run"
  | "edit"
  | "up"
  | "down";

const plain: Readonly<Record<string, PageAction>> = {
  "/": "search",
  "?": "keys",
  j: "next",
  k: "former",
  e: "edit",
};

/** What the key asks for; null where it belongs to a field or means nothing here. */
export function pageKey(event: KeyboardEvent): PageAction | null {
  const control = event.ctrlKey || event.metaKey;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  if (control && event.shiftKey && key === "Enter") return "run-all";
  if (control && key === ".") return "stop";
  if (inField(event) || event.defaultPrevented) return null;
  if (control && key === "z") return event.shiftKey ? "redo" : "undo";
  if (control && key === "y") return "redo";
  if (event.shiftKey && key === "Enter") return "run";
  if (event.altKey && key === "ArrowUp") return "up";
  if (event.altKey && key === "ArrowDown") return "down";
  if (control || event.altKey) return null;
  return plain[key] ?? null;
}

/** Whether the key was pressed where text is written. */
function inField(event: Event): boolean {
  const [target] = event.composedPath();
  return target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.matches("input, textarea, select, .cm-content"));
}
