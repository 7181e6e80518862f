import { html } from "lit";
import { isNumber } from "../format.ts";
import type { GridColumn } from "./source.ts";
import type { GridSort } from "./view.ts";

/** What a heading can do. */
export interface HeadingActions {
  readonly sort: (name: string) => void;
  /** Null fits the width to the content again. */
  readonly resize: (name: string, width: number | null) => void;
}

/** The heading of a column: a click sorts by it, its right edge makes it wider or narrower. */
export function heading(
  { name, title, doc, type }: GridColumn,
  { sort, actions }: { sort: GridSort | null; actions: HeadingActions },
): unknown {
  const sorted = sort?.column === name ? sort : null;
  const order = sorted === null
    ? "none"
    : sorted.descending
    ? "descending"
    : "ascending";
  const mark = sorted === null ? "" : sorted.descending ? "↓" : "↑";
  const drag = (event: PointerEvent) =>
    dragEdge(event, (width) => actions.resize(name, width));
  return html`
    <div role="columnheader" class="cell ${isNumber(type)
      ? "number"
      : ""}" aria-sort=${order}
      title=${doc}
      @click=${() =>
        actions.sort(
          name,
        )}><span>${title}</span><span aria-hidden="true">${mark}</span><span
        class="edge" aria-hidden="true" title="Drag to resize, double-click to fit" @pointerdown=${drag}
        @click=${(event: Event) => event.stopPropagation()}
        @dblclick=${() => actions.resize(name, null)}></span></div>
  `;
}

/** Follows the pointer from the edge of a heading until it is let go. */
function dragEdge(
  event: PointerEvent,
  resize: (width: number) => void,
): void {
  const edge = event.currentTarget;
  if (!(edge instanceof HTMLElement) || event.button !== 0) return;
  event.preventDefault();
  const width = edge.parentElement?.getBoundingClientRect().width ?? 0;
  const from = event.clientX;
  const move = ({ clientX }: PointerEvent): void =>
    resize(width + clientX - from);
  edge.setPointerCapture(event.pointerId);
  edge.addEventListener("pointermove", move);
  edge.addEventListener(
    "lostpointercapture",
    () => edge.removeEventListener("pointermove", move),
    { once: true },
  );
}
