import { consume } from "@lit/context";
import type { Engine } from "@pivotbook/data";
import { html, LitElement, type PropertyValues, svg } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { engineContext } from "./contexts.ts";
import { Task } from "./controllers/task.ts";
import { WindowEvent } from "./events.ts";
import {
  type Brush,
  brushOf,
  dragged,
  type DragMode,
  dragMode,
  widened,
  windowOf,
} from "./heat_map/brush.ts";
import { type ChangeDay, changeDays, partText } from "./heat_map/changes.ts";
import {
  drawChanges,
  type Drawing,
  drawLane,
  LANE,
  TOP,
} from "./heat_map/draw.ts";
import { extentOf, type Lane, lanesOf } from "./heat_map/lanes.ts";
import { levelsOf, levelsText } from "./heat_map/levels.ts";
import {
  binUnit,
  dayAt,
  dayText,
  type TimeScale,
  xOf,
} from "./heat_map/scale.ts";
import { changesTable } from "./heat_map/table.ts";
import { ticksOf } from "./heat_map/ticks.ts";
import { zoomed } from "./heat_map/zoom.ts";
import { base } from "./styles/base.ts";
import { heatMapStyles } from "./styles/heat_map.ts";

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
    args: () =>
      this.engine && this.timeline
        ? [this.engine, this.timeline, this.revision] as const
        : null,
    run: async ([engine, timeline], signal) => {
      const sql =
        `SELECT kind, day, active, appeared, disappeared, changed FROM ${timeline} ORDER BY kind, day`;
      return ordered(lanesOf(await engine.query(sql, { signal })));
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
    }${this.#legend(lanes)}</div>`;
  }

  #plot(lanes: readonly Lane[]): unknown {
    const scale = this.#scale;
    const height = TOP + LANE * (lanes.length + 1) + 22;
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
        <svg width=${this.width} height=${height} aria-hidden="true">${this
          .#drawn(lanes, scale)}</svg>
      </div>
    `;
  }

  #drawn(lanes: readonly Lane[], scale: TimeScale): unknown {
    const bottom = TOP + LANE * (lanes.length + 1);
    const drawing: Drawing = {
      scale,
      unit: binUnit(scale),
      levels: levelsOf(mostOf(lanes)),
      onlyChanges: this.onlyChanges,
    };
    return svg`
      <defs>
        <clipPath id="plot">
          <rect x=${scale.left - 6} y="0" width=${scale.width + 12}
            height=${bottom + 2}/></clipPath></defs>
            ${ticksOf(scale).map(({ x, label }) =>
              svg`
                <line x1=${x} x2=${x} y1="12" y2=${bottom}
                  stroke="var(--line)" />
                <text x=${x + 3} y="9" class="tick">${label}</text>
              `
            )}
            <text x="0" y=${TOP + 13} class="lane">Changes</text>
            ${lanes.map(({ title }, index) =>
              svg`<text x="0" y=${
                TOP + LANE * (index + 1) + 13
              } class="lane">${title}</text>`
            )}
            <g clip-path="url(#plot)">${drawChanges(this.#changes, drawing)}
            ${lanes.map((lane, index) =>
              drawLane(lane, TOP + LANE * (index + 1), drawing)
            )}
            ${this.#brushed(scale, bottom)}
            ${this.at === null ? "" : svg`
              <line x1=${xOf(scale, this.at + 0.5)} x2=${xOf(
                scale,
                this.at + 0.5,
              )} y1="12" y2=${bottom} stroke="var(--text)"
                stroke-dasharray="2 2" />
            `}</g>
            ${this.#ends(scale, bottom)}
    `;
  }

  #brushed(scale: TimeScale, bottom: number): unknown {
    if (this.brush === null) return "";
    const start = xOf(scale, this.brush.start);
    const stop = xOf(scale, this.brush.stop);
    const middle = (TOP + bottom) / 2 - 11;
    const fade = (from: number, to: number) =>
      svg`
        <rect x=${from} y="12" width=${Math.max(0, to - from)} height=${bottom -
          10}
          fill="var(--surface)" opacity=".66" />
      `;
    return svg`
      ${fade(scale.left - 6, start)}${fade(stop, scale.left + scale.width + 6)}
            <rect x=${start} y="12" width=${Math.max(
              2,
              stop - start,
            )} height=${bottom - 12}
        fill="none" stroke="var(--accent)" rx="3" />
            ${[start, stop].map((x) =>
              svg`
                <rect class="handle" x=${x -
                  3} y=${middle} width="6" height="22" rx="3"
                  fill="var(--surface)" stroke="var(--accent)" />
              `
            )}
    `;
  }

  #ends(scale: TimeScale, bottom: number): unknown {
    if (this.brush === null) return "";
    const clamp = (x: number) =>
      Math.max(scale.left, Math.min(scale.left + scale.width, x));
    const start = clamp(xOf(scale, this.brush.start));
    const stop = clamp(xOf(scale, this.brush.stop));
    const room = stop - start > 150;
    const first = dayText(this.brush.start);
    const last = dayText(this.brush.stop - 1);
    return room
      ? svg`
        <text class="end" x=${start + 4} y=${bottom + 14}>${first}</text>
        <text class="end" x=${stop - 4} y=${bottom + 14}
          text-anchor="end">${last}</text>
      `
      : svg`<text class="end" x=${
        Math.min(start, scale.left + scale.width - 160)
      } y=${bottom + 14}>${first} .. ${last}</text>`;
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

  #legend(lanes: readonly Lane[]): unknown {
    const has = (shape: Lane["shape"]) =>
      lanes.some((lane) => lane.shape === shape);
    const unit = binUnit(this.#scale);
    const levels = levelsText(levelsOf(mostOf(lanes)));
    return html`<div class="legend">
      ${
      has("span")
        ? html`
          <span>${[1, 2, 3, 4].map((level) =>
            html`<i style="background:var(--heat-${level})"></i>`
          )} at once in a ${unit}: ${levels}</span><span
            class="change">▲ new value</span><span class="change">▽ last seen</span>
        `
        : ""
    }
      ${has("state") ? html`<span class="whois">◆ field changed</span>` : ""}
      <span class="sep">
        <button class="quiet" aria-pressed=${this.onlyChanges} @click=${this.#toggleChanges}>Changes only <kbd>c</kbd></button>
        <button class="quiet" aria-pressed=${this.asTable} @click=${this.#toggleTable}>As table <kbd>t</kbd></button>
        ${
      this.brush === null
        ? ""
        : html`<button class="quiet" @click=${this.#clear}>Clear <kbd>Esc</kbd></button>`
    }
      </span></div>`;
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

function ordered(lanes: readonly Lane[]): readonly Lane[] {
  const rank = { span: 0, state: 0, point: 1 };
  const order = ["resolutions", "whois"];
  const place = ({ kind, shape }: Lane) =>
    order.includes(kind) ? order.indexOf(kind) : 2 + rank[shape];
  return [...lanes].sort((a, b) => place(a) - place(b));
}

function mostOf(lanes: readonly Lane[]): number {
  let most = 0;
  for (const { shape, steps } of lanes) {
    if (shape !== "span") continue;
    for (const { active } of steps) most = Math.max(most, active);
  }
  return most;
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
