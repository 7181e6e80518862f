import type { PivotOutput, PivotTable } from "@pivotbook/cells";
import { consume } from "@lit/context";
import {
  datasetKinds,
  type DatasetView,
  type Engine,
  kindNamed,
  qualified,
} from "@pivotbook/data";
import { html, LitElement, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { datasetsContext, engineContext } from "../contexts.ts";
import { Task } from "../controllers/task.ts";
import { counted, formatBytes, formatCount } from "../format.ts";
import "../grid/grid.ts";
import { type GridSource, kindGridColumns } from "../grid/source.ts";
import "../heat_map/heat_map.ts";
import { importButton } from "../imports/import_button.ts";
import { importHint } from "../imports/import_hints.ts";
import { readFacts } from "./facts.ts";
import { pivotHeader } from "./header.ts";
import { isUnknown, pivotUnknown } from "./unknown.ts";
import { base } from "../styles/base.ts";
import { pivotViewStyles } from "../styles/pivot_view.ts";

/** Pixels beside the selected tab, which show that there are others. */
const SIDE = 24;

/**
 * What is known of an indicator: header, activity by day and a tab for each dataset kind.
 *
 * @summary A pivot's result
 */
@customElement("pivotbook-pivot-view")
export class PivotView extends LitElement {
  static override styles = [base, pivotViewStyles];

  @consume({ context: engineContext, subscribe: true })
  @property({ attribute: false })
  accessor engine: Engine | null = null;
  @consume({ context: datasetsContext, subscribe: true })
  @property({ attribute: false })
  accessor datasets: readonly DatasetView[] = [];
  @property({ attribute: false })
  accessor output: PivotOutput | null = null;
  @property()
  accessor cell: string = "";
  @state()
  accessor chosen: string | null = null;

  /** The kind whose tab was brought into sight. */
  #inSight: string | null = null;
  #sources = new Map<string, GridSource>();

  readonly #facts = new Task(this, {
    patient: true,
    args: () =>
      this.engine && this.output ? [this.engine, this.output] as const : null,
    run: ([engine, output], signal) => readFacts(engine, output, { signal }),
  });

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("output")) this.#sources = new Map();
  }

  protected override updated(_changed: PropertyValues<this>): void {
    const kind = this.#front?.kind ?? null;
    if (kind === this.#inSight) return;
    const tab = this.renderRoot.querySelector<HTMLElement>(`#tab-${kind}`);
    if (tab === null) return;
    this.#inSight = kind;
    showTab(tab);
  }

  get #tables(): readonly PivotTable[] {
    return datasetKinds.map(({ name }) =>
      this.output?.tables.find(({ kind }) => kind === name)
    ).filter((table) => table !== undefined);
  }

  /** The tab in front: the chosen one, else the first with rows. */
  get #front(): PivotTable | undefined {
    const tables = this.#tables;
    return tables.find(({ kind }) => kind === this.chosen) ??
      tables.find(({ rows }) => rows > 0) ?? tables[0];
  }

  override render(): unknown {
    const { output } = this;
    if (output === null) return "";
    const header = pivotHeader(output, this.#facts.value ?? null);
    if (isUnknown(output)) {
      return html`${header}${pivotUnknown(output, this.datasets)}`;
    }
    const front = this.#front;
    return html`
      ${header}
            <div class="heat">
        <pivotbook-heat-map timeline=${qualified(
          output.schema,
          "timeline",
        )} .revision=${output}
          .window=${output.window}></pivotbook-heat-map>
      </div>
            <div class="tabs" role="tablist" aria-label="Kinds of data"
        @keydown=${this.#key}>${this.#tables.map((table) =>
          this.#tab(table, table === front)
        )}</div>
            <div role="tabpanel" id="panel"
        aria-labelledby=${`tab-${front?.kind}`}>${front
          ? this.#panel(front)
          : ""}</div>
            ${this.#foot(output, front)}
    `;
  }

  #tab({ kind, rows }: PivotTable, front: boolean): unknown {
    const { title, doc } = kindNamed(kind);
    return html`
      <button role="tab" id=${`tab-${kind}`} aria-controls="panel"
        aria-selected=${front} tabindex=${front ? 0 : -1} class=${rows === 0
          ? "zero"
          : ""}
        title=${doc}
        @click=${() =>
          this.chosen = kind}>${title} <span class="n">${formatCount(
            rows,
          )}</span></button>
    `;
  }

  #panel(table: PivotTable): unknown {
    if (table.rows === 0) return this.#empty(table);
    return html`
      <pivotbook-grid .source=${this.#source(table)} cell=${this.cell}
        label="${kindNamed(table.kind).title} of ${this.cell}"></pivotbook-grid>
    `;
  }

  #empty({ kind }: PivotTable): unknown {
    const names = this.datasets.map(({ name }) => name);
    const where = names.length === 0 ? "any dataset" : names.join(" or ");
    const narrowed = this.output?.window ? " in this window" : "";
    return html`
      <p
        class="empty">No ${kindNamed(kind)
          .title} in ${where} for this${narrowed}. ${importButton(
            `Import ${importHint(kind)}`,
          )}</p>
    `;
  }

  #source({ kind, table, rows }: PivotTable): GridSource {
    const known = this.#sources.get(kind);
    if (known) return known;
    const columns = kindGridColumns(kind);
    const [only, ...others] = this.output?.seeds ?? [];
    const seed = only && others.length === 0 ? only.value : null;
    const source = { key: `${table}`, table, rows, columns, kind, seed };
    this.#sources.set(kind, source);
    return source;
  }

  #foot(output: PivotOutput, front: PivotTable | undefined): unknown {
    const total = output.tables.reduce((sum, { rows }) => sum + rows, 0);
    return html`
      <div
        class="foot"><span>${counted(front?.rows ?? 0, "row")} of ${formatCount(
          total,
        )}</span><span>${counted(output.segments, "segment")}, ${costOf(
          output,
        )}</span></div>
    `;
  }

  #key(event: KeyboardEvent): void {
    const tables = this.#tables;
    const at = tables.findIndex((table) => table === this.#front);
    const moves: Record<string, number> = {
      ArrowRight: (at + 1) % tables.length,
      ArrowLeft: (at - 1 + tables.length) % tables.length,
      Home: 0,
      End: tables.length - 1,
    };
    const next = tables[moves[event.key] ?? -1];
    if (next === undefined) return;
    event.preventDefault();
    this.chosen = next.kind;
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLElement>(`#tab-${next.kind}`)?.focus()
    );
  }
}

/** Moves the row of tabs, and nothing else, so that a tab is in sight. */
function showTab(tab: HTMLElement): void {
  const row = tab.parentElement;
  if (row === null) return;
  const inRow = row.getBoundingClientRect();
  const { left, right } = tab.getBoundingClientRect();
  if (left < inRow.left) row.scrollLeft += left - inRow.left - SIDE;
  if (right > inRow.right) row.scrollLeft += right - inRow.right + SIDE;
}

/** What reading cost over the network. */
function costOf({ bytes, requests }: PivotOutput): string {
  if (requests === 0) return "read before";
  return `${formatBytes(bytes)} read in ${counted(requests, "request")}`;
}

declare global {
  interface HTMLElementTagNameMap {
    "pivotbook-pivot-view": PivotView;
  }
}
