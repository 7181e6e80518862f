import { consume } from "@lit/context";
import type { Engine } from "@pivotbook/data";
import { html, LitElement, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { engineContext } from "../contexts.ts";
import { Task } from "../controllers/task.ts";
import { WindowEvent } from "../events.ts";
import {
  type Brush,
  brushOf,
  dragged,
  type DragMode,
  dragMode,
  widened,
  windowOf,
} from "./brush.ts";
import { type ChangeDay, changeDays, partText } from "./changes.ts";
import { extentOf, inOrder, type Lane, lanesOf } from "./lanes.ts";
import { legendView } from "./legend_view.ts";
import { plotHeight, plotView } from "./plot_view.ts";
import { dayAt, dayText, type TimeScale, xOf } from "./scale.ts";
import { changesTable } from "./table.ts";
import { zoomed } from "./zoom.ts";
import { base } from "../styles/base.ts";
import { heatMapStyles } from "../styles/heat_map.ts";

/** Pixels for the names of the lanes. */
const LEFT = 92;

/**
 * Activity by day, one lane per dataset kind on one time axis; days on which something changed stand out.
 *
 * @summary Heat map of a pivot
 * @fires pivotbook-window - A span of days was brushed, or the brush cleared
 */
@customElement("pivotbook-heat-map")
export class HeatMap extends LitElement {
  static override styles = [base, heatMapStyles];

  @consume({ context: engineContext, subscribe: true })
  @property({ attribute: false })
  accessor engine: Engine | null = null;
  /** Quoted name of the pivot's `timeline`. */
  @property()
  accessor timeline: string = "";
  /** Changes whenever the pivot has run. */
  @property({ attribute: false })
  accessor revision: unknown = null;
  @property({ attribute: false })
  accessor window: { start: string | null; stop: string | null } | null = null;

  @state()
  accessor width: number = 820;
  @state()
  accessor onlyChanges: boolean = false;
  @state()
  accessor asTable: boolean = false;
  @state()
  accessor extent: Brush | null = null;
  @state()
  accessor brush: Brush | null = null;
  @state()
  accessor at: number | null = null;

  #drag: { mode: DragMode; from: number; brush: Brush | null } | null = null;
  #drawnFor: readonly Lane[] | null = null;
  readonly #resize = new ResizeObserver(([entry]) => {
    if (entry) this.width = Math.max(280, entry.contentRect.width);
  });

  readonly #lanes = new Task(this, {
    patient: true,
    args: () =>
      this.engine && this.timeline
        ? [this.engine, this.timeline, this.revision] as const
        : null,
    run: async ([engine, timeline], signal) => {
      const sql =
        `SELECT kind, day, active, appeared, disappeared, changed FROM ${timeline} ORDER BY kind, day`;
      return inOrder(lanesOf(await engine.query(sql, { signal })));
    },
  });

  override connectedCallback(): void {
    super.connectedCallback();
    this.#resize.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resize.disconnect();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const lanes = this.#lanes.value ?? null;
    const fresh = lanes !== this.#drawnFor;
    if (fresh && lanes !== null) {
      this.#drawnFor = lanes;
      this.extent = extentOf(lanes);
    }
    if ((changed.has("window") || fresh) && this.extent && !this.#drag) {
      this.brush = brushOf(this.window, this.extent);
    }
  }

  get #scale(): TimeScale {
    const { start, stop } = this.extent ?? { start: 0, stop: 1 };
    const left = this.width < 560 ? 70 : LEFT;
    return { start, stop, left, width: this.width - left - 6 };
  }

  get #changes(): readonly ChangeDay[] {
    return changeDays(this.#lanes.value ?? []);
  }

  override render(): unknown {
    const lanes = this.#lanes.value;
    if (this.#lanes.status === "failed") {
      return html`<p class="notice failed">The activity cannot be drawn: ${
        String(this.#lanes.error)
      }</p>`;
    }
    if (lanes === undefined) {
      return html`<div class="waiting" aria-busy="true"></div>`;
    }
    if (lanes.length === 0) {
      return html`
        <p
          class="notice">No row of this pivot has a time, so there is no activity to draw.</p>
      `;
    }
    return html`<div class="map" @keydown=${this.#key}>${
      this.asTable
        ? changesTable(lanes)
        : html`${this.#plot(lanes)}${this.#tip()}`
    }${
      legendView({
        lanes,
        scale: this.#scale,
        onlyChanges: this.onlyChanges,
        asTable: this.asTable,
        brushed: this.brush !== null,
        toggleChanges: () => this.#toggleChanges(),
        toggleTable: () => void this.#toggleTable(),
        clear: () => this.#clear(),
      })
    }</div>`;
  }

  #plot(lanes: readonly Lane[]): unknown {
    const scale = this.#scale;
    const height = plotHeight(lanes);
    const changes = this.#changes;
    const place = changes.findIndex(({ day }) => day === this.at);
    return html`
      <div class="plot" role="slider" tabindex="0"
        aria-label="Activity by day: walk through the changes" aria-valuemin="0"
        aria-valuemax=${Math.max(0, changes.length - 1)} aria-valuenow=${Math
          .max(0, place)} aria-valuetext=${place >= 0
          ? changeText(changes[place])
          : `${changes.length} days with changes`}
        aria-keyshortcuts="ArrowRight ArrowLeft Shift+ArrowRight Enter Escape c t + -"
        @pointerdown=${this.#press} @pointermove=${this.#move} @pointerup=${this
          .#release}
        @pointerleave=${this.#leave} @wheel=${this.#wheel}>
        <svg width=${this.width} height=${height} aria-hidden="true">${plotView(
          {
            lanes,
            scale,
            changes,
            brush: this.brush,
            at: this.at,
            onlyChanges: this.onlyChanges,
          },
        )}</svg>
      </div>
    `;
  }

  #tip(): unknown {
    const change = this.#changes.find(({ day }) => day === this.at);
    if (change === undefined) return "";
    const x = xOf(this.#scale, change.day);
    const side = x > this.width * 0.6
      ? `right:${this.width - x + 8}px`
      : `left:${x + 10}px`;
    return html`<div class="tip" style=${side}><b>${dayText(change.day)}</b>${
      change.parts.map((part) => html`<span>${partText(part)}</span>`)
    }</div>`;
  }

  #toggleChanges(): void {
    this.onlyChanges = !this.onlyChanges;
  }

  async #toggleTable(): Promise<void> {
    this.asTable = !this.asTable;
    await this.updateComplete;
  }

  /** The form that had the keyboard is gone, so the other takes it. */
  #refocus(): void {
    this.renderRoot.querySelector<HTMLElement>(".plot, .table")?.focus();
  }

  #clear(): void {
    if (this.brush === null) return;
    this.brush = null;
    this.dispatchEvent(new WindowEvent(null));
  }

  #set(): void {
    if (this.brush === null && this.at !== null) {
      this.brush = { start: this.at, stop: this.at + 1 };
    }
    if (this.brush) this.dispatchEvent(new WindowEvent(windowOf(this.brush)));
  }

  #key(event: KeyboardEvent): void {
    const actions: Record<string, () => void> = {
      ArrowRight: () => this.#walk(1, { widen: event.shiftKey }),
      ArrowLeft: () => this.#walk(-1, { widen: event.shiftKey }),
      Enter: () => this.#set(),
      Escape: () => this.#clear(),
      c: () => this.#toggleChanges(),
      t: () => void this.#toggleTable().then(() => this.#refocus()),
      "+": () => this.#zoom(0.5, this.#focus()),
      "=": () => this.#zoom(0.5, this.#focus()),
      "-": () => this.#zoom(2, this.#focus()),
      "0": () => this.extent = extentOf(this.#lanes.value ?? []),
    };
    const action = actions[event.key];
    const inside = event.composedPath()[0];
    const onButton = inside instanceof HTMLButtonElement &&
      ["Enter", " "].includes(event.key);
    if (action === undefined || event.ctrlKey || event.metaKey || onButton) {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    action();
  }

  #focus(): number {
    const { start, stop } = this.extent ?? { start: 0, stop: 1 };
    return this.at ?? (start + stop) / 2;
  }

  #walk(by: 1 | -1, { widen }: { widen: boolean }): void {
    const days = this.#changes.map(({ day }) => day);
    const place = this.at === null
      ? (by > 0 ? -1 : days.length)
      : days.indexOf(this.at);
    const next = days[Math.max(0, Math.min(days.length - 1, place + by))];
    if (next === undefined) return;
    if (widen) {
      this.brush = widened(this.brush, { from: this.at ?? next, to: next });
    }
    this.at = next;
  }

  #zoom(factor: number, around: number): void {
    if (this.extent !== null) {
      this.extent = zoomed(this.extent, { factor, around });
    }
  }

  #wheel(event: WheelEvent): void {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    this.#zoom(event.deltaY > 0 ? 1.25 : 0.8, this.#dayOf(event));
  }

  #dayOf(event: MouseEvent): number {
    const plot = this.renderRoot.querySelector(".plot");
    const { left } = (plot ?? this).getBoundingClientRect();
    return dayAt(this.#scale, event.clientX - left);
  }

  #press(event: PointerEvent): void {
    if (event.button !== 0) return;
    const plot = event.currentTarget as HTMLElement;
    const x = event.clientX - plot.getBoundingClientRect().left;
    if (x < this.#scale.left) return;
    const edges = this.brush && {
      start: xOf(this.#scale, this.brush.start),
      stop: xOf(this.#scale, this.brush.stop),
    };
    plot.setPointerCapture(event.pointerId);
    this.#drag = {
      mode: dragMode(x, edges),
      from: this.#dayOf(event),
      brush: this.brush,
    };
  }

  #move(event: PointerEvent): void {
    const to = this.#dayOf(event);
    if (this.#drag === null) return this.#hover(to);
    const { mode, from, brush } = this.#drag;
    this.brush = dragged(mode, { brush, from, to });
  }

  #hover(day: number): void {
    const reach = (this.#scale.stop - this.#scale.start) *
      (7 / this.#scale.width);
    const near = this.#changes.map((change) => change.day).filter((at) =>
      Math.abs(at + 0.5 - day) <= Math.max(0.6, reach)
    );
    this.at = near.sort((a, b) => Math.abs(a - day) - Math.abs(b - day))[0] ??
      null;
  }

  #release(event: PointerEvent): void {
    const drag = this.#drag;
    this.#drag = null;
    if (drag === null) return;
    const moved = Math.abs(
      xOf(this.#scale, this.#dayOf(event)) - xOf(this.#scale, drag.from),
    );
    if (moved > 3) this.#set();
    else this.brush = drag.brush;
  }

  #leave(): void {
    if (this.#drag === null) this.at = null;
  }
}

function changeText(change: ChangeDay | undefined): string {
  if (change === undefined) return "";
  return `${dayText(change.day)}: ${change.parts.map(partText).join("; ")}`;
}

declare global {
  interface HTMLElementTagNameMap {
    "pivotbook-heat-map": HeatMap;
  }
}
