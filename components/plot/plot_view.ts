import type { PlotOutput } from "@pivotbook/cells";
import { consume } from "@lit/context";
import type { Engine, Table } from "@pivotbook/data";
import { css, html, LitElement, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { engineContext } from "../contexts.ts";
import { PivotEvent } from "../events.ts";
import { formatCount } from "../format.ts";
import { ElementWidth } from "../controllers/element_width.ts";
import { Task } from "../controllers/task.ts";
import type { drawPlot, plotTable } from "./draw.ts";
import { base } from "../styles/base.ts";

/** The drawing code, loaded when it is first needed, and the rows. */
interface LoadedPlot {
  readonly drawPlot: typeof drawPlot;
  readonly plotTable: typeof plotTable;
  readonly tables: Readonly<Record<string, Table>>;
  /** Names of the tables that have more rows than are drawn. */
  readonly cut: readonly string[];
}

/** Most rows that a plot draws. */
const ROWS = 100_000;

/**
 * A declarative plot over tables of the engine, with the numbers as a table beside it.
 *
 * @summary Observable Plot over the engine's tables
 * @fires pivotbook-pivot - The address of a mark was followed
 */
@customElement("pivotbook-plot-view")
export class PlotView extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        padding: var(--s3) var(--s4);
      }
      figure {
        margin: 0;
        color: var(--text);
        overflow-x: auto;
        --plot-background: var(--surface);
        font: 12px var(--sans);
      }
      .bar {
        display: flex;
        gap: var(--s3);
        justify-content: flex-end;
        font-size: 12.5px;
      }
      .waiting {
        height: 240px;
        background: var(--raised);
        border-radius: var(--r);
      }
      .table {
        max-height: 320px;
        overflow: auto;
      }
      table {
        border-collapse: collapse;
        font-size: 12.5px;
      }
      th,
      td {
        text-align: left;
        padding: 3px var(--s3);
        border-bottom: 1px solid var(--line);
      }
    `,
  ];

  @consume({ context: engineContext, subscribe: true })
  @property({ attribute: false })
  accessor engine: Engine | null = null;
  @property({ attribute: false })
  accessor output: PlotOutput | null = null;
  /** The cell that shows it. */
  @property()
  accessor cell: string = "";
  @property()
  accessor label: string = "";
  @state()
  accessor asTable: boolean = false;

  readonly #width = new ElementWidth(this, { least: 240, first: 820 });
  readonly #data = new Task(this, {
    args: () =>
      this.engine && this.output ? [this.engine, this.output] as const : null,
    run: async ([engine, output], signal): Promise<LoadedPlot> => {
      const { drawPlot, plotTable } = await import("./draw.ts");
      const tables: Record<string, Table> = {};
      for (const [name, table] of Object.entries(output.tables)) {
        const sql = `SELECT * FROM ${table} LIMIT ${ROWS + 1}`;
        tables[name] = await engine.query(sql, { signal });
      }
      const cut = Object.keys(tables).filter((name) =>
        (tables[name]?.rows ?? 0) > ROWS
      );
      return { drawPlot, plotTable, tables, cut };
    },
  });

  protected override updated(_changed: PropertyValues<this>): void {
    const figure = this.renderRoot.querySelector("figure");
    const loaded = this.#data.value;
    if (!figure || !loaded || !this.output) return;
    figure.replaceChildren(this.#draw(loaded, this.output));
    // What can be followed is part of no image.
    const isImage = figure.querySelector("a[role]") === null;
    figure.setAttribute("role", isImage ? "img" : "group");
  }

  #draw(
    loaded: LoadedPlot,
    output: PlotOutput,
  ): Element | string {
    const { tables } = loaded;
    const { label } = this;
    const width = this.#width.pixels;
    try {
      return loaded.drawPlot(output.spec, {
        tables,
        width,
        label,
        follow: (indicator) =>
          this.dispatchEvent(
            new PivotEvent({
              cell: this.cell || null,
              kind: null,
              column: null,
              indicator,
            }),
          ),
      });
    } catch (error) {
      return `The plot cannot be drawn: ${
        error instanceof Error ? error.message : error
      }`;
    }
  }

  override render(): unknown {
    const loaded = this.#data.value;
    if (this.#data.status === "failed") {
      return html`
        <p class="notice failed"
          role="alert">The plot's rows cannot be read: ${String(
            this.#data.error,
          )}</p>
      `;
    }
    if (loaded === undefined) {
      return html`<div class="waiting" aria-busy="true"></div>`;
    }
    return html`
      <div
        class="bar">${loaded.cut.length === 0 ? "" : html`
          <span
            class="cut">Only the first ${formatCount(ROWS)} rows of ${loaded.cut
              .join(", ")} are drawn</span>
        `}<button class="quiet" aria-pressed=${this
          .asTable} @click=${() => this.asTable = !this.asTable}>${this.asTable
          ? "As plot"
          : "As table"}</button></div>${this.asTable
          ? html`
            <div class="table" tabindex="0" role="region"
              aria-label="Rows of ${this.label}">${Object.entries(loaded.tables)
                .map(([name, table]) => loaded.plotTable(name, table))}</div>
          `
          : html`<figure role="img" aria-label=${this.label}></figure>`}
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "pivotbook-plot-view": PlotView;
  }
}
