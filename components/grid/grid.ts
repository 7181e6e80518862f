import { consume } from "@lit/context";
import type { Engine, Indicator } from "@pivotbook/data";
import { css, html, LitElement, type PropertyValues } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { engineContext } from "../contexts.ts";
import { NoticeEvent, PivotEvent, SelectEvent } from "../events.ts";
import { counted, formatCount } from "../format.ts";
import type { GridCell } from "./grid_cell.ts";
import { GridWidths } from "./grid_widths.ts";
import { type GridLayout, layoutOf } from "./layout.ts";
import { OpenedRows } from "./opened_rows.ts";
import { KnownProfile } from "./known_profile.ts";
import type { GridRows } from "./rows.ts";
import { type ShownRows, ShownRowsTeller } from "./shown_rows.ts";
import type { GridSource } from "./source.ts";
import { copyCell, copyRows, saveRows } from "./take_away.ts";
import { type GridView, isNarrowed, nextSort, plainView } from "./view.ts";
import type { GridBody } from "./grid_body.ts";
import "./grid_body.ts";
import "./grid_bar.ts";
import "../indicator/indicator_menu.ts";
import type { IndicatorMenu } from "../indicator/indicator_menu.ts";
import { base } from "../styles/base.ts";

/**
 * A table of the engine: sorted, filtered and narrowed inside the engine, drawn as it comes into sight.
 *
 * @summary Grid over a table of the engine
 * @fires pivotbook-pivot - An indicator was followed
 * @fires pivotbook-select - A row was selected
 * @fires pivotbook-shown - How many rows are shown, null until they are counted, and whether that is not all of them
 */
@customElement("pivotbook-grid")
export class Grid extends LitElement {
  static override styles = [
    base,
    css`
      .unmatched {
        margin: 0;
        padding: var(--s4) var(--s3);
        color: var(--muted);
      }
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
  accessor selected: number | null = null;
  /** Whether columns that repeat the seed are wanted. */
  @state()
  accessor repeating: boolean = false;
  @query("pivotbook-indicator-menu")
  accessor menu: IndicatorMenu | null = null;
  @query("pivotbook-grid-body")
  accessor body: GridBody | null = null;

  #menuCell: GridCell | null = null;
  readonly #widths = new GridWidths(this);
  readonly #opened = new OpenedRows(this, () => this.body?.toTop());
  readonly #profile = new KnownProfile(this);

  constructor() {
    super();
    new ShownRowsTeller(this, () => this.#shownRows);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("source")) this.#reset(changed.get("source") ?? null);
    const stale = changed.has("source") || changed.has("view") ||
      changed.has("engine");
    if (stale || this.#opened.shown === null) this.#open();
    const rows = this.#isShown ? this.#opened.shown?.whole ?? null : null;
    if (rows !== null) this.#profile.take(rows);
  }

  get #shownRows(): ShownRows {
    const of = this.source?.rows ?? 0;
    const rows = this.#opened.isTurning ? null : this.#rows?.total ?? null;
    return { rows: isNarrowed(this.view) ? rows : of, of };
  }

  #reset(former: GridSource | null): void {
    this.#profile.reset();
    if (former?.key === this.source?.key) return;
    this.view = plainView;
    this.selected = null;
    this.repeating = false;
    this.#widths.reset();
  }

  #open(): void {
    const { engine, source, view } = this;
    if (engine === null || source === null) this.#opened.stop();
    else this.#opened.open(engine, { source, view });
  }

  /** Whether the rows on the screen are those of the source, and not still of the one before. */
  get #isShown(): boolean {
    return this.#opened.shown?.source === this.source;
  }

  /** The rows on the screen, unless they are those of another table, which the columns do not describe. */
  get #rows(): GridRows | null {
    const { shown } = this.#opened;
    return shown?.source.key === this.source?.key ? shown : null;
  }

  get #layout(): GridLayout {
    return this.source === null
      ? { columns: [], hidden: [] }
      : layoutOf(this.source, this.#profile.current, {
        wanted: this.repeating,
      });
  }

  override render(): unknown {
    if (this.source === null) return "";
    const layout = this.#layout;
    const rows = this.#rows;
    const ready = this.#isShown && (this.#opened.shown?.ready ?? false);
    const error = rows?.error ?? null;
    return html`
      ${this.#bar(layout)}${error === null ? "" : failure(error)}
          <pivotbook-grid-body .columns=${layout.columns} .widths=${this.#widths
            .of(layout.columns, { rows, ready, source: this.source })}
        .chosen=${this.#widths.chosen} .source=${this.source}
        .rows=${rows} .sort=${this.view.sort} .revision=${this.#opened.revision}
        .selected=${this.selected} label=${this.label}
        @pivotbook-grid-sort=${this.#sort} @pivotbook-grid-resize=${this
          .#resize}
        @pivotbook-grid-follow=${this.#follow} @pivotbook-grid-select=${this
          .#select}
        @pivotbook-grid-menu=${this.#openMenu}
        @pivotbook-grid-copy=${this.#copyCell}></pivotbook-grid-body>
          ${this.#unmatched(rows)}<pivotbook-indicator-menu
        @pivotbook-choose=${this.#choose}
        @pivotbook-menu-closed=${() =>
          this.body?.focus()}></pivotbook-indicator-menu>
    `;
  }

  #bar({ hidden }: GridLayout): unknown {
    const total = this.#opened.isTurning ? null : this.#rows?.total ?? null;
    return html`
      <pivotbook-grid-bar .source=${this.source} .view=${this
        .view} .profile=${this.#profile.current}
        .total=${total}
        .hiddenColumns=${hidden} ?repeating=${this.repeating}
        ?selecting=${this.selected !== null}
        @pivotbook-columns=${() => this.repeating = !this.repeating}
        @pivotbook-view=${(event: CustomEvent<GridView>) =>
          this.view = event.detail} @pivotbook-copy=${this.#copy}
        @pivotbook-download=${this.#download}></pivotbook-grid-bar>
    `;
  }

  /** What stands in the place of rows when the view leaves none. */
  #unmatched(rows: GridRows | null): unknown {
    const { filter } = this.view;
    if (rows?.total !== 0 || !isNarrowed(rows.view)) return "";
    const what = filter.trim() === "" ? "what was chosen" : `"${filter}"`;
    return html`
      <p class="unmatched">No row matches ${what}.
      <button class="quiet" @click=${() =>
        this.view = {
          ...plainView,
          sort: this.view.sort,
        }}>Clear the filter</button></p>
    `;
  }

  #resize(
    { detail }: CustomEvent<{ name: string; width: number | null }>,
  ): void {
    this.#widths.choose(detail.name, detail.width);
  }

  #sort({ detail }: CustomEvent<string>): void {
    const column = this.source?.columns.find((one) => one.name === detail);
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
    const total = this.#rows?.total ?? this.source.rows;
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
    await copyCell(detail);
    this.#tell(detail.live ? "Copied the live form" : "Copied, defanged");
  }

  async #copy(): Promise<void> {
    const { engine, source, view } = this;
    if (engine === null || source === null) return;
    const { columns } = this.#layout;
    const rows = await copyRows(engine, { source, view, columns });
    const total = this.#rows?.total ?? rows;
    const all = rows < total ? ` of ${formatCount(total)}, the first` : "";
    this.#tell(`Copied ${counted(rows, "row")}${all}, defanged`);
  }

  async #download(): Promise<void> {
    const { engine, source, view, cell } = this;
    if (engine === null || source === null) return;
    const name = [cell, source.kind].filter(Boolean).join("_");
    await saveRows(engine, { source, view, name });
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
