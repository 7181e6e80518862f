import { consume } from "@lit/context";
import type { Engine, Indicator, Table } from "@pivotbook/data";
import { css, html, LitElement, type PropertyValues } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { copyText, saveFile } from "./clipboard.ts";
import { engineContext } from "./contexts.ts";
import { Task } from "./controllers/task.ts";
import { NoticeEvent, PivotEvent, SelectEvent } from "./events.ts";
import { counted, formatValue } from "./format.ts";
import { csvText } from "./grid/csv.ts";
import { readProfile } from "./grid/profile.ts";
import { GridRows } from "./grid/rows.ts";
import type { GridColumn, GridSource } from "./grid/source.ts";
import {
  type GridView,
  nextSort,
  orderSql,
  plainView,
  whereSql,
} from "./grid/view.ts";
import { columnWidths } from "./grid/widths.ts";
import type { GridBody, GridCell } from "./grid_body.ts";
import "./grid_body.ts";
import { CLIP_ROWS, clipText } from "./grid/clip.ts";
import "./grid_bar.ts";
import "./indicator_menu.ts";
import type { IndicatorMenu } from "./indicator_menu.ts";
import { shown } from "./indicator_text.ts";
import { base } from "./styles/base.ts";

/** Rows whose text decides how wide columns are. */
const SAMPLE = 40;

/**
 * A table of the engine: sorted, filtered and narrowed inside the engine, drawn as it comes into sight.
 *
 * @summary Grid over a table of the engine
 * @fires pivotbook-pivot - An indicator was followed
 * @fires pivotbook-select - A row was selected
 */
@customElement("pivotbook-grid")
export class Grid extends LitElement {
  static override styles = [
    base,
    css`
      .notice {
        margin: 0 var(--s3) var(--s3);
      }
    `,
  ];

  @consume({ context: engineContext, subscribe: true })
  @property({ attribute: false })
  accessor engine: Engine | null = null;
  @property({ attribute: false })
  accessor source: GridSource | null = null;
  /** The cell that shows the grid. */
  @property()
  accessor cell: string | null = null;
  @property()
  accessor label: string = "";
  @state()
  accessor view: GridView = plainView;
  @state()
  accessor rows: GridRows | null = null;
  @state()
  accessor revision: number = 0;
  @state()
  accessor selected: number | null = null;
  @query("pivotbook-indicator-menu")
  accessor menu: IndicatorMenu | null = null;

  @query("pivotbook-grid-body")
  accessor body: GridBody | null = null;

  #next: GridRows | null = null;
  #menuCell: GridCell | null = null;
  #widths: readonly number[] | null = null;
  #widthKey = "";

  readonly #profile = new Task(this, {
    patient: true,
    args: () =>
      this.engine && this.source ? [this.engine, this.source] as const : null,
    run: ([engine, source], signal) => readProfile(engine, source, { signal }),
  });

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.rows?.close();
    this.#next?.close();
    this.rows = null;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("source")) this.#reset(changed.get("source") ?? null);
    const stale = changed.has("source") || changed.has("view") ||
      changed.has("engine");
    if (stale || this.rows === null) this.#open();
  }

  #reset(former: GridSource | null): void {
    if (former?.key === this.source?.key) return;
    this.view = plainView;
    this.selected = null;
  }

  /** Opens the rows of the view; those on the screen stay until the new ones are there. */
  #open(): void {
    this.#next?.close();
    this.#next = null;
    if (this.engine === null || this.source === null) return;
    const next = new GridRows({
      engine: this.engine,
      source: this.source,
      view: this.view,
      changed: () => this.#arrived(next),
    });
    next.at(0);
    this.#next = next;
    if (this.rows === null || next.ready) this.#show(next);
  }

  #arrived(rows: GridRows): void {
    if (rows === this.#next && rows.ready) this.#show(rows);
    this.revision++;
  }

  /** Puts rows on the screen: another view from its start, the same one where it was. */
  #show(rows: GridRows): void {
    if (this.rows !== null && this.rows.view !== rows.view) this.body?.toTop();
    this.rows?.close();
    this.rows = rows;
    this.#next = null;
  }

  get #columns(): readonly GridColumn[] {
    const profile = this.#profile.value;
    const columns = this.source?.columns ?? [];
    return profile && this.source?.rows
      ? columns.filter(({ name }) => profile.filled.has(name))
      : columns;
  }

  override render(): unknown {
    if (this.source === null) return "";
    const error = this.rows?.error ?? null;
    return html`
      <pivotbook-grid-bar .source=${this.source} .view=${this
        .view} .profile=${this.#profile.value ?? null}
        .total=${this.#next === null
          ? this.rows?.total ?? null
          : null} @pivotbook-view=${(
          event: CustomEvent<GridView>,
        ) => this.view = event.detail} @pivotbook-copy=${this.#copy}
        @pivotbook-download=${this.#download}></pivotbook-grid-bar>
          ${error === null ? "" : failure(error)}
          <pivotbook-grid-body .columns=${this.#columns} .widths=${this
            .#width()}
        .rows=${this.rows} .sort=${this.view.sort} .revision=${this.revision}
        .selected=${this.selected} label=${this.label}
        @pivotbook-grid-sort=${(event: CustomEvent<string>) =>
          this.#sort(event.detail)}
        @pivotbook-grid-follow=${this.#follow} @pivotbook-grid-select=${this
          .#select}
        @pivotbook-grid-menu=${this.#openMenu}
        @pivotbook-grid-copy=${this.#copyCell}></pivotbook-grid-body>
          <pivotbook-indicator-menu
        @pivotbook-choose=${this.#choose}
        @pivotbook-menu-closed=${() =>
          this.body?.focus()}></pivotbook-indicator-menu>
    `;
  }

  #width(): readonly number[] {
    const columns = this.#columns;
    const key = columns.map(({ name }) => name).join(",");
    if (this.#widths !== null && this.#widthKey === key) return this.#widths;
    const first = this.rows?.at(0) ?? null;
    const rows = Array.from(
      { length: SAMPLE },
      (_, index) =>
        index < (this.rows?.total ?? 0) ? this.rows?.at(index) ?? null : null,
    )
      .filter((row) => row !== null);
    const widths = columnWidths(columns, rows);
    if (first === null) return widths;
    this.#widths = widths;
    this.#widthKey = key;
    return widths;
  }

  #sort(name: string): void {
    const column = this.source?.columns.find((one) => one.name === name);
    if (column === undefined) return;
    this.view = { ...this.view, sort: nextSort(this.view.sort, column) };
  }

  #follow({ detail }: CustomEvent<GridCell>): void {
    if (detail.indicator !== null) this.#pivot(detail, detail.indicator);
    else this.#selectCell(detail);
  }

  #select({ detail }: CustomEvent<GridCell>): void {
    this.#selectCell(detail);
  }

  #selectCell({ index, row }: GridCell): void {
    if (this.source === null) return;
    this.selected = index;
    const { kind, columns } = this.source;
    const total = this.rows?.total ?? this.source.rows;
    this.dispatchEvent(
      new SelectEvent({ cell: this.cell, kind, index, total, row, columns }),
    );
  }

  #pivot({ column }: GridCell, indicator: Indicator): void {
    const { cell } = this;
    const kind = this.source?.kind ?? null;
    this.dispatchEvent(
      new PivotEvent({ cell, kind, column: column.name, indicator }),
    );
  }

  #openMenu(
    { detail }: CustomEvent<GridCell & { x: number; y: number }>,
  ): void {
    this.#selectCell(detail);
    if (detail.indicator === null) return;
    this.#menuCell = detail;
    this.menu?.show(detail.indicator, detail);
  }

  #choose({ detail }: CustomEvent<Indicator>): void {
    if (this.#menuCell !== null) this.#pivot(this.#menuCell, detail);
  }

  async #copyCell(
    { detail }: CustomEvent<GridCell & { live: boolean }>,
  ): Promise<void> {
    const { row, column, indicator, live } = detail;
    const text = formatValue(row[column.name] ?? null, column.type);
    await copyText(indicator && !live ? shown(indicator) : text);
    this.#tell(live ? "Copied the live form" : "Copied, defanged");
  }

  async #copy(): Promise<void> {
    const table = await this.#whole(` LIMIT ${CLIP_ROWS}`);
    if (table === null) return;
    await copyText(clipText(table, this.#columns));
    this.#tell(`Copied ${counted(table.rows, "row")}, defanged`);
  }

  async #download(): Promise<void> {
    const table = await this.#whole();
    if (table === null) return;
    const name = [this.cell, this.source?.kind].filter(Boolean).join("_");
    const text = csvText(table, this.source?.columns ?? []);
    saveFile(text, { name: `${name || "table"}.csv`, type: "text/csv" });
  }

  /** All rows of the view. */
  async #whole(limit = ""): Promise<Table | null> {
    if (this.engine === null || this.source === null) return null;
    const where = whereSql(this.source, this.view);
    const order = orderSql(this.view);
    return await this.engine.query(
      `SELECT * FROM ${this.source.table}${where}${order}${limit}`,
    );
  }

  #tell(text: string): void {
    this.dispatchEvent(new NoticeEvent(text));
  }
}

function failure(error: unknown): unknown {
  const text = error instanceof Error ? error.message : String(error);
  return html`<div class="notice failed" role="alert">${text}</div>`;
}

declare global {
  interface HTMLElementTagNameMap {
    "pivotbook-grid": Grid;
  }
}
