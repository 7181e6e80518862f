import type { EditorHandle, EditorOptions } from "./code_mirror.ts";

/** An editor of the platform's own, where the other cannot be loaded since the server is away: same keys, no colours. */
export function openPlainEditor(options: EditorOptions): EditorHandle {
  const { parent, text, label, placeholder, change } = options;
  const field = document.createElement("textarea");
  Object.assign(field, { value: text, placeholder, spellcheck: false });
  field.rows = Math.max(3, text.split("\n").length + 1);
  field.setAttribute("aria-label", label);
  field.addEventListener("input", change);
  field.addEventListener("keydown", (event) => key(event, options));
  parent.append(field);
  return {
    text: () => field.value,
    focus: () => field.focus(),
    destroy: () => field.remove(),
  };
}

function key(event: KeyboardEvent, { accept, leave }: EditorOptions): void {
  const { key, ctrlKey, metaKey, shiftKey } = event;
  const accepts = key === "Enter" && (ctrlKey || metaKey || shiftKey);
  if (!accepts && key !== "Escape") return;
  event.preventDefault();
  if (accepts) accept();
  else leave();
}
