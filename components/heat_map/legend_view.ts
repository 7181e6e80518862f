import { html } from "lit";
import { explained } from "../explained.ts";
import { type Lane, mostActive } from "./lanes.ts";
import { levelsOf, levelsText } from "./levels.ts";
import { binUnit, type TimeScale } from "./scale.ts";

/** What stands below the plot of a heat map. */
export interface LegendView {
  readonly lanes: readonly Lane[];
  readonly scale: TimeScale;
  readonly onlyChanges: boolean;
  readonly asTable: boolean;
  readonly brushed: boolean;
  /** What is not drawn, in words. */
  readonly undated: unknown;
  readonly toggleChanges: () => void;
  readonly toggleTable: () => void;
  readonly clear: () => void;
  /** Makes the axis longer by a factor, or shorter. */
  readonly zoom: (factor: number) => void;
}

/** What is drawn, in words, and the other ways to see it. */
export function legendView(view: LegendView): unknown {
  return html`<div class="legend">${spanLegend(view)}${
    stateLegend(view)
  }${view.undated}<span class="sep">
    <button class="quiet" aria-pressed=${view.onlyChanges} @click=${view.toggleChanges}>Changes only <kbd>c</kbd></button>
    <button class="quiet" aria-pressed=${view.asTable} @click=${view.toggleTable}>As table <kbd>t</kbd></button>
    ${
    view.brushed
      ? html`<button class="quiet" @click=${view.clear}>Clear <kbd>Esc</kbd></button>`
      : ""
  }${
    view.asTable ? "" : html`
      <span
        class="zoom"><button class="quiet" aria-label="Zoom out" title="Zoom out: - or Ctrl and the wheel; 0 shows all" @click=${() =>
          view.zoom(
            2,
          )}><kbd>-</kbd></button><button class="quiet" aria-label="Zoom in" title="Zoom in: + or Ctrl and the wheel" @click=${() =>
          view.zoom(0.5)}><kbd>+</kbd></button></span>
    `
  }</span></div>`;
}

function spanLegend({ lanes, scale }: LegendView): unknown {
  if (!lanes.some(({ shape }) => shape === "span")) return "";
  const shades = [1, 2, 3, 4].map((level) =>
    html`<i style="background:var(--heat-${level})"></i>`
  );
  const levels = levelsText(levelsOf(mostActive(lanes)));
  return html`
    <span>${shades} ${explained(
      "at once",
      atOnce(binUnit(scale)),
    )}: ${levels}</span><span
      class="change">▲ new value</span><span class="change">▽ last seen</span>
  `;
}

function atOnce(unit: string): string {
  return `the most values, as names or addresses, that held at the same time on a day${
    unit === "day" ? "" : ` of the ${unit}`
  }`;
}

function stateLegend({ lanes, onlyChanges }: LegendView): unknown {
  const states = lanes.filter(({ shape }) => shape === "state");
  if (states.length === 0) return "";
  const changes = states.some(({ steps }) =>
    steps.some(({ changed }) => changed > 0)
  );
  return html`${
    changes ? html`<span class="whois">◆ field changed</span>` : ""
  }${
    onlyChanges
      ? ""
      : html`<span class="whois">┈ ${
        explained("not observed since", NOT_SINCE)
      }</span>`
  }`;
}

const NOT_SINCE =
  "the last record was read here; nobody says what held after it";
