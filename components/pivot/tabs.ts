import type { PivotTable } from "@pivotbook/cells";
import { kindNamed } from "@pivotbook/data";
import { html } from "lit";
import { formatCount } from "../format.ts";

/** What the tabs of a pivot show. */
export interface TabsView {
  readonly tables: readonly PivotTable[];
  readonly front: PivotTable | undefined;
  /** Whether the kinds have tabs of which there are no rows at any time. */
  readonly open: boolean;
  /** Called with the name of a kind; resolves when its tab is drawn. */
  readonly choose: (kind: string) => Promise<unknown>;
  readonly toggle: () => void;
}

/** A tab for each dataset kind, with its rows; arrow keys, Home and End go from one to the next. Kinds without any row come last, behind a button. */
export function kindTabs(view: TabsView): unknown {
  const empty = view.tables.filter((table) => table.empty);
  const filled = view.tables.filter((table) => !table.empty);
  const shown = empty.filter((table) => view.open || table === view.front);
  const hidden = empty.filter((table) => !shown.includes(table));
  const tables = [...filled, ...shown];
  return html`
    <div class="kinds">${tabList({
      ...view,
      tables,
    })}${view.open || hidden.length > 0 ? disclosure(hidden, view) : ""}</div>
  `;
}

function tabList({ tables, front, choose }: TabsView): unknown {
  const key = async (event: KeyboardEvent) => {
    const row = event.currentTarget as HTMLElement;
    const next = tables[placeAfter(event.key, { tables, front })];
    if (next === undefined) return;
    event.preventDefault();
    await choose(next.kind);
    tabOf(row, next.kind)?.focus();
  };
  return html`
    <div class="tabs" role="tablist" aria-label="Kinds of data"
      @keydown=${key}>${tables.map((table) =>
        tab(table, {
          selected: table === front,
          choose: () => void choose(table.kind),
        })
      )}</div>
  `;
}

function disclosure(
  hidden: readonly PivotTable[],
  { open, toggle }: TabsView,
): unknown {
  const titles = hidden.map(({ kind }) => kindNamed(kind).title).join(", ");
  return html`
    <button class="rest" aria-expanded=${open} title=${titles}
      @click=${toggle}>${open
        ? "Hide kinds without rows"
        : `0 rows: ${titles}`}</button>
  `;
}

function tab(
  { kind, rows }: PivotTable,
  { selected, choose }: { selected: boolean; choose: () => void },
): unknown {
  const { title, doc } = kindNamed(kind);
  return html`
    <button role="tab" id=${`tab-${kind}`} aria-controls="panel"
      aria-selected=${selected} tabindex=${selected ? 0 : -1}
      class=${rows === 0 ? "zero" : ""} title=${doc}
      @click=${choose}>${title} <span class="n">${formatCount(
        rows,
      )}</span></button>
  `;
}

/** Where a key leads to from the tab in front; -1 where it leads nowhere. */
function placeAfter(
  key: string,
  { tables, front }: Pick<TabsView, "tables" | "front">,
): number {
  const at = tables.findIndex((table) => table === front);
  const moves: Readonly<Record<string, number>> = {
    ArrowRight: (at + 1) % tables.length,
    ArrowLeft: (at - 1 + tables.length) % tables.length,
    Home: 0,
    End: tables.length - 1,
  };
  return moves[key] ?? -1;
}

function tabOf(row: Element, kind: string): HTMLElement | null {
  return row.querySelector(`#tab-${CSS.escape(kind)}`);
}
