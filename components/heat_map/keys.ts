/** What a key does on the heat map. */
export type HeatMapAction =
  | "next"
  | "former"
  | "confirm"
  | "clear"
  | "changes"
  | "table"
  | "closer"
  | "farther"
  | "whole";

const keys: Readonly<Record<string, HeatMapAction>> = {
  ArrowRight: "next",
  ArrowLeft: "former",
  Enter: "confirm",
  Escape: "clear",
  c: "changes",
  t: "table",
  "+": "closer",
  "=": "closer",
  "-": "farther",
  "0": "whole",
};

/** What the key asks for; null where it means nothing, or presses a button. */
export function heatMapKey(event: KeyboardEvent): HeatMapAction | null {
  const { key, ctrlKey, metaKey } = event;
  const onButton = event.composedPath()[0] instanceof HTMLButtonElement;
  if (ctrlKey || metaKey || (onButton && key === "Enter")) return null;
  return keys[key] ?? null;
}
