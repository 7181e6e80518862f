import { html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { styleMap } from "lit/directives/style-map.js";
import { type BodyAction, bodyKey } from "./body_key.ts";
import { heading, type HeadingActions } from "./heading.ts";
import type { GridRows } from "./rows.ts";
import type { GridColumn, GridSource } from "./source.ts";
import type { GridSort } from "./view.ts";
import { ROW_HEIGHT, scrollFor, viewport } from "./viewport.ts";
import { cellIndicator } from "./cell_indicator.ts";
import { freshPlace, isFresh } from "./fresh.ts";
import { gridRow } from "./grid_row.ts";
import type { GridPlace } from "./keys.ts";
import { columnTemplate } from "./widths.ts";
import { base } from "../styles/base.ts";
import { gridBodyStyles } from "../styles/grid_body.ts";

/**
 * The rows of a grid, drawn as they come into sight.
 *
 * @summary Virtual ARIA grid
 * @fires pivotbook-grid-sort - Name of the column whose heading was used
 * @fires pivotbook-grid-resize - A column and its width in pixels, null to fit it
 * @fires pivotbook-grid-follow - The cell whose indicator is to be followed
 * @fires pivotbook-grid-select - The cell whose row was selected
 * @fires pivotbook-grid-menu - The cell and the place for a context menu
 * @fires pivotbook-grid-copy - The cell whose text is wanted, and whether live
 */
@customElement("pivotbook-grid-body")
export class GridBody extends LitElement {
  static override styles = [base, gridBodyStyles];

  @property({ attribute: false })
  accessor columns: readonly GridColumn[] = [];
  @property({ attribute: false })
  accessor widths: readonly number[] = [];
  /** Those of the widths that the reader chose, by column. */
  @property({ attribute: false })
  accessor chosen: ReadonlyMap<string, number> = new Map();
  @property({ attribute: false })
  accessor rows: GridRows | null = null;
  /** The value that was looked up, and when rows are new. */
  @property({ attribute: false })
  accessor source: Pick<GridSource, "seed" | "fresh"> | null = null;
  @property({ attribute: false })
  accessor sort: GridSort | null = null;
  @property()
  accessor label: string = "";
  /** Changes when pages arrive. */
  @property({ attribute: false })
  accessor revision: number = 0;
  @property({ attribute: false })
  accessor selected: number | null = null;

  @state()
  accessor offset: { top: number; height: number } = { top: 0, height: 330 };
  @state()
  accessor active: GridPlace = { row: 0, column: 0 };

  readonly #heading: HeadingActions = {
    sort: (name) => this.#emit("sort", name),
    resize: (name, width) => this.#emit("resize", { name, width }),
  };
  readonly #resize = new ResizeObserver(() => this.#measure());

  override connectedCallback(): void {
    super.connectedCallback();
    void this.updateComplete.then(() => this.#resize.observe(this.#scroller));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resize.disconnect();
  }

  /** Goes to the first row. */
  toTop(): void {
    this.#scroller.scrollTop = 0;
    this.active = { ...this.active, row: 0 };
  }

  override focus(): void {
    this.#scroller.focus({ preventScroll: true });
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has("widths") || changed.has("columns")) this.#measure();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has("rows")) return;
    const last = Math.max(0, this.#total - 1);
    this.active = { ...this.active, row: Math.min(this.active.row, last) };
  }

  get #total(): number {
    return this.rows?.total ?? 0;
  }

  get #scroller(): HTMLElement {
    return this.renderRoot.querySelector<HTMLElement>(".grid") ?? this;
  }

  #measure(): void {
    const { scrollTop, clientHeight, scrollLeft, clientWidth, scrollWidth } =
      this.#scroller;
    this.toggleAttribute("before", scrollLeft > 1);
    this.toggleAttribute("after", scrollLeft + clientWidth < scrollWidth - 1);
    const height = Math.max(ROW_HEIGHT, clientHeight - ROW_HEIGHT);
    this.offset = { top: scrollTop, height };
  }

  override render(): unknown {
    const total = this.#total;
    const view = viewport(total, this.offset);
    const template = columnTemplate(this.columns, this);
    const width = this.widths.reduce((sum, next) => sum + next, 0);
    const indexes = Array.from(
      { length: view.last - view.first },
      (_, offset) => view.first + offset,
    );
    return html`
      <div class="grid" role="grid" tabindex="0" aria-label=${this.label}
        aria-rowcount=${total + 1} aria-colcount=${this.columns.length}
        aria-activedescendant=${this.#activeId(indexes)}
        style=${styleMap({ "--template": template, "--width": `${width}px` })}
        @scroll=${this.#measure} @keydown=${this.#key}>
        <div role="rowgroup" class="head">
          <div role="row" class="row" aria-rowindex="1">${this.columns.map((
            column,
          ) =>
            heading(column, { sort: this.sort, actions: this.#heading })
          )}</div>
        </div>
        <div role="rowgroup" class="body" style=${styleMap({
          height: `${view.height}px`,
        })}>
          <div class="slice" role="presentation" style=${styleMap({
            transform: `translateY(${view.top}px)`,
          })}>${repeat(
            indexes,
            (index) => index,
            (index) => this.#row(index),
          )}</div>
        </div>
      </div>
    `;
  }

  /** Id of the active cell, if it is among those that are drawn. */
  #activeId(drawn: readonly number[]): unknown {
    const { row, column } = this.active;
    const there = drawn.includes(row) && column < this.columns.length;
    return there ? `cell-${row}-${column}` : nothing;
  }

  #row(index: number): unknown {
    const { columns } = this;
    const { seed = null, fresh = null } = this.source ?? {};
    const row = this.rows?.at(index) ?? null;
    return gridRow(row, {
      index,
      columns,
      fresh: row !== null && isFresh(row, fresh)
        ? freshPlace(row, { columns, seed })
        : -1,
      selected: index === this.selected,
      active: this.active.row === index ? this.active.column : null,
      press: (event, place) => this.#press(event, { index, place }),
      follow: (place) => this.#act("follow", { index, place }),
    });
  }

  #press(event: MouseEvent, at: { index: number; place: number }): void {
    this.active = { row: at.index, column: at.place };
    if (event.type !== "contextmenu") return this.#act("select", at);
    event.preventDefault();
    this.#act("menu", { ...at, x: event.clientX, y: event.clientY });
  }

  #key(event: KeyboardEvent): void {
    const asked = bodyKey(event, {
      active: this.active,
      rows: this.#total,
      columns: this.columns.length,
      page: Math.floor(this.offset.height / ROW_HEIGHT) - 1,
    });
    if (asked === null) return;
    event.preventDefault();
    event.stopPropagation();
    const at = { index: this.active.row, place: this.active.column };
    const { live } = asked;
    const actions: Readonly<Record<BodyAction, () => void>> = {
      go: () => asked.to && this.#go(asked.to),
      widen: () => this.#widen(at.place, asked.by),
      follow: () => this.#act("follow", at),
      select: () => this.#act("select", at),
      menu: () => this.#act("menu", { ...at, ...this.#corner() }),
      copy: () => this.#act("copy", { ...at, live }),
      sort: () => this.#emit("sort", this.columns[at.place]?.name ?? ""),
    };
    actions[asked.action]();
  }

  #widen(place: number, step: number): void {
    const name = this.columns[place]?.name;
    const cells = this.renderRoot.querySelectorAll(".head .cell");
    const width = cells[place]?.getBoundingClientRect().width ?? 0;
    if (name !== undefined) this.#heading.resize(name, width + step);
  }

  #corner(): { x: number; y: number } {
    const id = `cell-${this.active.row}-${this.active.column}`;
    const cell = this.renderRoot.querySelector(`[id="${id}"]`) ?? this;
    const { left, bottom } = cell.getBoundingClientRect();
    return { x: left, y: bottom };
  }

  #go(active: GridPlace): void {
    this.active = active;
    const { top, height } = this.offset;
    const to = scrollFor(active.row, { total: this.#total, top, height });
    if (to !== top) this.#scroller.scrollTop = to;
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector(".cell.active")?.scrollIntoView({
        block: "nearest",
        inline: "nearest",
      })
    );
  }

  #act(
    what: string,
    { index, place, ...more }: {
      index: number;
      place: number;
      x?: number;
      y?: number;
      live?: boolean;
    },
  ): void {
    const row = this.rows?.at(index);
    const column = this.columns[place];
    if (!row || !column) return;
    const indicator = cellIndicator(row, column);
    this.#emit(what, { index, row, column, indicator, ...more });
  }

  #emit(what: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(`pivotbook-grid-${what}`, { detail }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "pivotbook-grid-body": GridBody;
  }
}
