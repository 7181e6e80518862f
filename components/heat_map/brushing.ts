import type { ReactiveControllerHost } from "lit";
import {
  type Brush,
  type BrushEdge,
  dragged,
  type DragMode,
  dragMode,
  nudged,
  widened,
} from "./brush.ts";
import { nearestDay } from "./changes.ts";
import { dayAt, type TimeScale, xOf } from "./scale.ts";

/** Pixels that a pointer must move, so that a press is a drag. */
const MOVED = 3;

/** Milliseconds of rest after which a span that keys have moved is the notebook's. */
const REST = 600;

/** The heat map on which days are brushed. */
export interface BrushedMap {
  readonly scale: () => TimeScale;
  /** Days on which something changed, in order. */
  readonly days: () => readonly number[];
  /** Called when the reader has brushed a span, or cleared it. */
  readonly set: (brush: Brush | null) => void;
}

/** The brushed span and the day at the pointer or the keyboard, as both change them. */
export class Brushing {
  readonly #host: ReactiveControllerHost;
  readonly #map: BrushedMap;
  #brush: Brush | null = null;
  #at: number | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined = undefined;
  #drag: Drag | null = null;

  constructor(host: ReactiveControllerHost, map: BrushedMap) {
    this.#host = host;
    this.#map = map;
  }

  get brush(): Brush | null {
    return this.#brush;
  }

  /** The day whose changes are told. */
  get at(): number | null {
    return this.#at;
  }

  /** Takes a span from elsewhere, unless the reader is drawing one or keys have moved it. */
  take(brush: Brush | null): void {
    if (this.#drag === null && !this.#nudged) this.#brush = brush;
  }

  /** Whether keys have moved a span that is not the notebook's yet. */
  get #nudged(): boolean {
    return this.#timer !== undefined;
  }

  #stopTimer(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  /** Goes to the next day with changes or the one before; widens the span up to it. */
  walk(by: 1 | -1, { widen }: { widen: boolean }): void {
    const days = this.#map.days();
    const outside = by > 0 ? -1 : days.length;
    const place = this.#at === null ? outside : days.indexOf(this.#at);
    const next = days[Math.max(0, Math.min(days.length - 1, place + by))];
    if (next === undefined) return;
    const from = this.#at ?? next;
    if (widen) this.#brush = widened(this.#brush, { from, to: next });
    this.#at = next;
    this.#host.requestUpdate();
  }

  /** Moves an edge by some days; the notebook follows when the keys rest. */
  nudge(edge: BrushEdge, by: number): void {
    if (this.#brush === null) return;
    this.#brush = nudged(this.#brush, { edge, by });
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.confirm(), REST);
    this.#host.requestUpdate();
  }

  /** Makes the span, or the day at the keyboard, the notebook's. */
  confirm(): void {
    this.#stopTimer();
    const at = this.#at;
    if (at !== null) this.#brush ??= { start: at, stop: at + 1 };
    if (this.#brush) this.#map.set(this.#brush);
    this.#host.requestUpdate();
  }

  clear(): void {
    this.#stopTimer();
    if (this.#brush === null) return;
    this.#brush = null;
    this.#map.set(null);
    this.#host.requestUpdate();
  }

  press = (event: PointerEvent): void => {
    const scale = this.#map.scale();
    const plot = event.currentTarget as HTMLElement;
    const x = xIn(event);
    if (event.button !== 0 || x < scale.left) return;
    const brush = this.#brush;
    plot.setPointerCapture(event.pointerId);
    const [mode, from] = [this.#modeAt(x), dayAt(scale, x)];
    this.#drag = { mode, from, brush, nudged: this.#nudged };
    this.#stopTimer();
  };

  /** What a press would take hold of. */
  #modeAt(x: number): DragMode {
    const scale = this.#map.scale();
    const brush = this.#brush;
    const edges = brush && {
      start: xOf(scale, brush.start),
      stop: xOf(scale, brush.stop),
    };
    return dragMode(x, edges);
  }

  move = (event: PointerEvent): void => {
    const scale = this.#map.scale();
    const to = dayAt(scale, xIn(event));
    if (this.#drag === null) {
      const plot = event.currentTarget as HTMLElement;
      plot.classList.toggle("edge", this.#modeAt(xIn(event)) !== "new");
      return this.#show(nearestDay(this.#map.days(), { day: to, scale }));
    }
    const { mode, from, brush } = this.#drag;
    this.#brush = dragged(mode, { brush, from, to });
    this.#host.requestUpdate();
  };

  release = (event: PointerEvent): void => {
    const drag = this.#drag;
    this.#drag = null;
    if (drag === null) return;
    const moved = Math.abs(xIn(event) - xOf(this.#map.scale(), drag.from));
    if (moved <= MOVED) this.#brush = drag.brush;
    if (moved > MOVED || drag.nudged) return this.confirm();
    this.#host.requestUpdate();
  };

  leave = (): void => {
    if (this.#drag === null) this.#show(null);
  };

  #show(day: number | null): void {
    if (day === this.#at) return;
    this.#at = day;
    this.#host.requestUpdate();
  }
}

interface Drag {
  readonly mode: DragMode;
  readonly from: number;
  /** The span before. */
  readonly brush: Brush | null;
  /** Whether keys had moved that, so that it is to be confirmed in any case. */
  readonly nudged: boolean;
}

/** Where in the plot an event happened, in pixels from its left. */
export function xIn(event: MouseEvent): number {
  const plot = event.currentTarget as HTMLElement;
  return event.clientX - plot.getBoundingClientRect().left;
}
