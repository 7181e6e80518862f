import type { PivotTable } from "@pivotbook/cells";
import { consume } from "@lit/context";
import type { Engine } from "@pivotbook/data";
import { html, LitElement, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { countsContext, engineContext } from "../contexts.ts";
import { ElementWidth } from "../controllers/element_width.ts";
import { Task } from "../controllers/task.ts";
import { WindowEvent } from "../events.ts";
import type { RowCounts } from "../row_counts.ts";
import { base } from "../styles/base.ts";
import { heatMapStyles } from "../styles/heat_map.ts";
import { type Brush, brushOf, windowOf } from "./brush.ts";
import { Brushing, xIn } from "./brushing.ts";
import { type DrawnDays, sameDays } from "./drawn_days.ts";
import { type ChangeDay, changeDays, dayOfChangeText } from "./changes.ts";
import { gripsView } from "./grips.ts";
import { type HeatMapAction, heatMapKey } from "./keys.ts";
import { extentOf, inOrder, type Lane, lanesOf } from "./lanes.ts";
import { legendView } from "./legend_view.ts";
import { plotHeight, plotView } from "./plot_view.ts";
import { dayAt, type TimeScale } from "./scale.ts";
import { changesTable } from "./table.ts";
import { changeTip } from "./tip.ts";
import { readUndated, undatedView } from "./undated.ts";
import { notDrawn, waiting } from "./waiting.ts";
import { zoomed } from "./zoom.ts";

/** Pixels for the names of the lanes, and in a narrow map. */
const LEFT = 92;
const LEFT_NARROW = 70;
const NARROW = 560;
/** Pixels of the plot above and below the brush. */
const AROUND = 32;

/**
 * Activity by day, one lane per dataset kind on one time axis; days on which something changed stand out.
 *
 * @summary Heat map of a pivot
 * @fires pivotbook-kind - Name of a dataset kind whose rows are wanted
 * @fires pivotbook-window - A span of days was brushed, or the brush cleared
 */
@customElement("pivotbook-heat-map")
export class HeatMap extends LitElement {
  static override styles = [base, heatMapStyles];

  @consume({ context: engineContext, subscribe: true })
  @property({ attribute: false })
  accessor engine: Engine | null = null;
  @consume({ context: countsContext, subscribe: true })
  @property({ attribute: false })
  accessor counts: RowCounts | null = null;
  /** Quoted name of the pivot's `timeline`. */
  @property()
  accessor timeline: string = "";
  /** Changes whenever the pivot has run; null until there is a timeline. */
  @property({ attribute: false })
  accessor revision: unknown = null;
  /** Why the timeline of these rows does not come, in a word; null while it may. */
  @property({ attribute: false })
  accessor unfinished: string | null = null;
  @property({ attribute: false })
  accessor window: { start: string | null; stop: string | null } | null = null;

  /** The pivot's rows by kind. */
  @property({ attribute: false })
  accessor tables: readonly PivotTable[] = [];

  @state()
  accessor onlyChanges: boolean = false;
  @state()
  accessor asTable: boolean = false;
  /** The days on the axis. */
  @state()
  accessor extent: Brush | null = null;

  #drawnFor: readonly Lane[] | null = null;
  #days: DrawnDays | null = null;
  readonly #width = new ElementWidth(this, { least: 280, first: 820 });
  readonly #brushing = new Brushing(this, {
    scale: () => this.#scale,
    days: () => this.#changes.map(({ day }) => day),
    set: (brush) => this.dispatchEvent(new WindowEvent(windowOf(brush))),
  });

  readonly #lanes = new Task(this, {
    patient: true,
    args: () =>
      this.engine && this.timeline && this.revision !== null
        ? [this.engine, this.timeline, this.revision] as const
        : null,
    run: async ([engine, timeline], signal) => {
      const sql =
        `SELECT kind, day, active, appeared, disappeared, changed FROM ${timeline} ORDER BY kind, day`;
      return inOrder(lanesOf(await engine.query(sql, { signal })));
    },
  });

  /** What is not drawn can wait until everything else is. */
  readonly #undated = new Task(this, {
    args: () =>
      this.engine && this.counts && this.#lanes.status === "complete"
        ? [this.engine, this.tables, this.#lanes.value] as const
        : null,
    run: async ([engine, tables], signal) => {
      await this.counts?.atRest();
      signal.throwIfAborted();
      return await readUndated(engine, { tables, signal });
    },
  });

  /** What the reader has zoomed to stays while the days are the same. */
  protected override willUpdate(changed: PropertyValues<this>): void {
    const lanes = this.#lanes.value ?? null;
    const fresh = lanes !== this.#drawnFor;
    let other = false;
    if (fresh && lanes !== null) {
      const days = { timeline: this.timeline, whole: extentOf(lanes) };
      other = !sameDays(this.#days, days);
      this.#drawnFor = lanes;
      this.#days = days;
    }
    const whole = this.#days?.whole ?? null;
    if (other) this.extent = whole;
    if ((changed.has("window") || other) && whole) {
      this.#brushing.take(brushOf(this.window, whole));
    }
  }

  get #scale(): TimeScale {
    const { start, stop } = this.extent ?? { start: 0, stop: 1 };
    const { pixels } = this.#width;
    const left = pixels < NARROW ? LEFT_NARROW : LEFT;
    return { start, stop, left, width: pixels - left - 6 };
  }

  get #changes(): readonly ChangeDay[] {
    return changeDays(this.#lanes.value ?? []);
  }

  override render(): unknown {
    if (this.unfinished !== null) return notDrawn(this.unfinished);
    const lanes = this.#lanes.value;
    if (this.#lanes.status === "failed") {
      return html`<p class="notice failed">The activity cannot be drawn: ${
        String(this.#lanes.error)
      }</p>`;
    }
    if (lanes === undefined) {
      return waiting(this.tables);
    }
    if (lanes.length === 0) {
      return html`
        <p
          class="nothing">No row of this pivot has a date, so there is no activity to draw.</p>
      `;
    }
    return html`<div class="map" @keydown=${this.#key}>${
      this.asTable ? changesTable(lanes) : this.#plot(lanes)
    }${
      legendView({
        lanes,
        scale: this.#scale,
        onlyChanges: this.onlyChanges,
        asTable: this.asTable,
        undated: undatedView(
          this.#undated.value ?? [],
          (kind) => this.#open(kind),
        ),
        brushed: this.#brushing.brush !== null,
        toggleChanges: () => this.onlyChanges = !this.onlyChanges,
        toggleTable: () => this.asTable = !this.asTable,
        clear: () => this.#brushing.clear(),
        zoom: (factor) => this.#zoom(factor, this.#middle),
      })
    }</div>`;
  }

  #open(kind: string): void {
    this.dispatchEvent(new CustomEvent("pivotbook-kind", { detail: kind }));
  }

  #plot(lanes: readonly Lane[]): unknown {
    const [scale, changes, brushing] = [
      this.#scale,
      this.#changes,
      this.#brushing,
    ];
    const { brush, at } = brushing;
    const change = changes.find(({ day }) => day === at);
    const place = change ? changes.indexOf(change) : 0;
    const { onlyChanges } = this;
    const drawn = { lanes, scale, changes, brush, at, onlyChanges };
    return html`
      <div class="plot" role="slider" tabindex="0"
        aria-label="Activity by day: walk through the changes" aria-valuemin="0"
        aria-valuemax=${Math.max(0, changes.length - 1)} aria-valuenow=${place}
        aria-valuetext=${dayOfChangeText(change) ||
          `${changes.length} days with changes`}
        aria-keyshortcuts="ArrowRight ArrowLeft Shift+ArrowRight Enter Escape c t + -"
        @pointerdown=${brushing.press} @pointermove=${brushing.move}
        @pointerup=${brushing.release} @pointerleave=${brushing.leave}
        @blur=${brushing.leave}
        @wheel=${this.#wheel}>
        <svg width=${this.#width.pixels} height=${plotHeight(lanes.length)}
          aria-hidden="true">${plotView(drawn)}</svg>
      </div>
      ${gripsView({
        brush,
        scale,
        height: plotHeight(lanes.length) - AROUND,
        nudge: (edge, by) => brushing.nudge(edge, by),
      })}
      ${change ? changeTip(change, { scale, width: this.#width.pixels }) : ""}
    `;
  }

  #key(event: KeyboardEvent): void {
    const action = heatMapKey(event);
    if (action === null) return;
    event.preventDefault();
    event.stopPropagation();
    const widen = event.shiftKey;
    const actions: Readonly<Record<HeatMapAction, () => void>> = {
      next: () => this.#brushing.walk(1, { widen }),
      former: () => this.#brushing.walk(-1, { widen }),
      confirm: () => this.#brushing.confirm(),
      clear: () => this.#brushing.clear(),
      changes: () => this.onlyChanges = !this.onlyChanges,
      table: () => void this.#switchForm(),
      closer: () => this.#zoom(0.5, this.#middle),
      farther: () => this.#zoom(2, this.#middle),
      whole: () => this.extent = extentOf(this.#lanes.value ?? []),
    };
    actions[action]();
  }

  /** The form that had the keyboard goes, so the other takes it. */
  async #switchForm(): Promise<void> {
    this.asTable = !this.asTable;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(".plot, .table")?.focus();
  }

  /** The day that stays where it is when keys zoom. */
  get #middle(): number {
    const { start, stop } = this.#scale;
    return this.#brushing.at ?? (start + stop) / 2;
  }

  #zoom(factor: number, around: number): void {
    if (this.extent !== null) {
      this.extent = zoomed(this.extent, { factor, around });
    }
  }

  #wheel(event: WheelEvent): void {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    const around = dayAt(this.#scale, xIn(event));
    this.#zoom(event.deltaY > 0 ? 1.25 : 0.8, around);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "pivotbook-heat-map": HeatMap;
  }
}
