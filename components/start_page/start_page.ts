import { html, LitElement } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { newestFirst } from "../imports/target.ts";
import type { DatasetSummary, NotebookSummary } from "../api_types.ts";
import { brand } from "../brand.ts";
import { icon } from "../icons.ts";
import "../imports/drop_zone.ts";
import "../search/search_bar.ts";
import type { SearchBar } from "../search/search_bar.ts";
import { firstSteps } from "./first_steps.ts";
import { startShortcuts } from "../notebook/shortcuts.ts";
import "../notebook/shortcuts_dialog.ts";
import { pageKey } from "../notebook/keys.ts";
import { datasetList } from "./dataset_list.ts";
import "./notebook_list.ts";
import { base } from "../styles/base.ts";
import { listStyles } from "../styles/list.ts";
import { startPageStyles } from "../styles/start_page.ts";
import "../theme_toggle.ts";

/**
 * One question, then everything else: notebooks, data and the place to drop files.
 *
 * @summary Start page
 */
@customElement("pivotbook-start-page")
export class StartPage extends LitElement {
  static override styles = [base, listStyles, startPageStyles];

  /** Null while they are fetched. */
  @property({ attribute: false })
  accessor notebooks: readonly NotebookSummary[] | null = null;
  @property({ attribute: false })
  accessor datasets: readonly DatasetSummary[] | null = null;
  @property({ type: Boolean })
  accessor busy: boolean = false;
  @state()
  accessor keysOpen: boolean = false;
  @query("pivotbook-search-bar")
  accessor search: SearchBar | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener("keydown", this.#key);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener("keydown", this.#key);
  }

  override firstUpdated(): void {
    this.search?.focus();
  }

  override render(): unknown {
    const asked = new URLSearchParams(location.search).get("q") ?? "";
    const names = newestFirst(this.datasets ?? []);
    return html`
      <main class="page">
        <h1 class="visually-hidden">Pivotbook</h1>
        <div
          class="top">${brand()}<span class="local"><i aria-hidden="true"></i><span>Local only: nothing you ask leaves this server</span></span><span class="tools"><pivotbook-theme-toggle></pivotbook-theme-toggle><button class="quiet" aria-label="Keys" title="Keys" @click=${() =>
            this.keysOpen = true}>${icon("help")}</button></span></div>
        ${this.datasets?.length === 0 ? firstSteps() : ""}
        <pivotbook-search-bar large .value=${asked} .notebooks=${this
          .notebooks ?? []}
          ?busy=${this.busy}></pivotbook-search-bar>
        <pivotbook-drop-zone .datasets=${names}></pivotbook-drop-zone>
        <div class="cols">
          <section
            aria-labelledby="notebooks"><h2 id="notebooks">Notebooks</h2>${this
                .notebooks === null
              ? waiting
              : html`<pivotbook-notebook-list .notebooks=${this.notebooks}></pivotbook-notebook-list>`}</section>
          <section aria-labelledby="data"><h2 id="data">Data</h2>${this
              .datasets === null
            ? waiting
            : datasetList(this.datasets)}</section>
        </div>
      </main>
      <pivotbook-shortcuts-dialog .groups=${startShortcuts} ?open=${this
        .keysOpen}
        @wa-after-hide=${() =>
          this.keysOpen = false}></pivotbook-shortcuts-dialog>
    `;
  }

  #key = (event: KeyboardEvent): void => {
    const action = pageKey(event);
    if (action !== "search" && action !== "keys") return;
    event.preventDefault();
    if (action === "keys") this.keysOpen = true;
    else this.search?.focus();
  };
}

const waiting =
  html`<div class="waiting" aria-busy="true" aria-label="Loading"></div>`;

declare global {
  interface HTMLElementTagNameMap {
    "pivotbook-start-page": StartPage;
  }
}
