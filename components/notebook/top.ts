import type { SessionState } from "@pivotbook/cells";
import { html } from "lit";
import { brand } from "../brand.ts";
import { canStop } from "../cell/cell_status.ts";
import { icon } from "../icons.ts";

/** What the bar at the top of a notebook can do. */
export interface TopActions {
  /** Whether what is on the screen is on the server. */
  readonly save: unknown;
  readonly investigate: (event: CustomEvent) => void;
  readonly run: () => void;
  readonly stop: () => void;
  readonly keys: () => void;
  /** Null where the outline is on the page already. */
  readonly outline: (() => void) | null;
  /** Null where the evidence is on the page already. */
  readonly evidence: (() => void) | null;
}

/** The bar at the top of a notebook: search, whether it is saved, drawers, theme, keys, run and stop. */
export function notebookTop(
  state: SessionState | null,
  actions: TopActions,
): unknown {
  return html`<header class="top">${brand()}
    <pivotbook-search-bar @pivotbook-investigate=${actions.investigate}></pivotbook-search-bar>
    <div class="tools">
      ${actions.save}
      ${drawerButton("menu", { label: "Outline", open: actions.outline })}
      ${drawerButton("panel", { label: "Evidence", open: actions.evidence })}
      <pivotbook-theme-toggle></pivotbook-theme-toggle>
      <button class="quiet" aria-label="Keys" title="Keys" @click=${actions.keys}>${
    icon("help")
  }</button>
      ${runOrStop(state, actions)}
    </div></header>`;
}

function drawerButton(
  name: "menu" | "panel",
  { label, open }: { label: string; open: (() => void) | null },
): unknown {
  return open === null ? "" : html`
    <button class="quiet" aria-label=${label}
      @click=${open}>${icon(name)}</button>
  `;
}

/** What has the engine still is waited for, unless something else can be stopped. */
function runOrStop(state: SessionState | null, actions: TopActions): unknown {
  const statuses = Object.values(state?.cells ?? {}).map(({ status }) =>
    status
  );
  if (statuses.some(canStop)) return stopButton(actions);
  return statuses.includes("stopping")
    ? html`
      <button class="button" disabled>${icon("stop")}Stopping …</button>
    `
    : runButton(state, actions);
}

function stopButton({ stop }: TopActions): unknown {
  return html`<button class="button" @click=${stop}>${
    icon("stop")
  }Stop</button>`;
}

function runButton(state: SessionState | null, { run }: TopActions): unknown {
  return html`
    <button class="button primary" ?disabled=${state === null}
      @click=${run}>${icon("play")}Run all</button>
  `;
}
