import type { Indicator } from "@pivotbook/data";
import { css, html, LitElement, type PropertyValues } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { keyed } from "lit/directives/keyed.js";
import { type Api, httpApi } from "./api.ts";
import { brand } from "./brand.ts";
import { Address } from "./controllers/address.ts";
import { Provided } from "./controllers/provided.ts";
import { RunningEngine } from "./controllers/running_engine.ts";
import { ServerData } from "./controllers/server_data.ts";
import type { MovedEvent } from "./events.ts";
import { type LookAtEvent, rowsNotebook } from "./imports/look_at.ts";
import { newestFirst } from "./imports/target.ts";
import { newNotebook } from "./notebook/new_notebook.ts";
import { pathOf } from "./notebook/address.ts";
import { tabTitle } from "./notebook/title.ts";
import type { NotebookPage } from "./notebook/notebook_page.ts";
import "./notebook/notebook_page.ts";
import type { OpenRuntime } from "./runtime.ts";
import "./start_page/start_page.ts";
import { base } from "./styles/base.ts";

/**
 * The application: the page that the address names, over the data and the engine that it provides.
 *
 * @summary Application shell
 */
@customElement("pivotbook-app")
export class App extends LitElement {
  static override styles = [
    base,
    css`
      .banner {
        position: sticky;
        top: 0;
        z-index: 25;
        padding: 8px var(--s4);
        background: var(--warn-soft);
        color: var(--warn);
        display: flex;
        gap: var(--s3);
        align-items: center;
        justify-content: center;
      }
      .brand {
        display: flex;
        gap: var(--s2);
        align-items: center;
        color: var(--text);
        font-weight: 650;
      }
      .brand svg {
        color: var(--accent);
      }
      .missing h1 {
        font-size: 26px;
        line-height: 32px;
        letter-spacing: -.02em;
        margin: var(--s5) 0 6px;
      }
      .missing p {
        margin: 0 0 var(--s4);
        color: var(--muted);
      }
      .missing {
        max-width: 560px;
        margin: 18vh auto;
        padding: 0 var(--s4);
      }
    `,
  ];

  @property({ attribute: false })
  accessor openRuntime: OpenRuntime | null = null;
  @property({ attribute: false })
  accessor api: Api = httpApi();
  /** Whether a new notebook is being made. */
  @state()
  accessor busy: boolean = false;
  @query("pivotbook-notebook-page")
  accessor notebookPage: NotebookPage | null = null;

  /** Name of the notebook that the last search made. */
  #searched = "";
  readonly #provided = new Provided(this);
  readonly #address = new Address(this, () => this.#moved());
  readonly #data = new ServerData(this, () => this.#provide());
  readonly #engine = new RunningEngine(this, {
    opened: (runtime) => runtime.know(this.#data.views),
    drawn: () => this.#provide(),
    lost: () => this.#provided.engineLost(),
  });

  override connectedCallback(): void {
    super.connectedCallback();
    this.#provided.api(this.api);
    this.#load();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has("openRuntime") || this.openRuntime === null) return;
    void this.#engine.start(this.openRuntime);
  }

  /** A notebook gives the tab its title itself. */
  protected override updated(): void {
    if (this.#data.missing) document.title = tabTitle("Not found");
    else if (this.#address.notebook === null) document.title = tabTitle("");
  }

  /** With the notebook: it may ask an engine only for what it has computed in it. */
  protected override async getUpdateComplete(): Promise<boolean> {
    const done = await super.getUpdateComplete();
    await this.notebookPage?.updateComplete;
    return done;
  }

  override render(): unknown {
    const trouble = this.#engine.trouble || this.#data.trouble;
    return html`${
      trouble
        ? html`<div class="banner" role="alert">${trouble}${this.#again()}</div>`
        : ""
    }${this.#page()}`;
  }

  /** An engine that was given up can be asked for. */
  #again(): unknown {
    const { gaveUp, again } = this.#engine;
    return gaveUp
      ? html`<button class="quiet" @click=${again}>Start the engine</button>`
      : "";
  }

  /** Each notebook gets a page of its own: with it go its unsaved text and what can be undone. */
  #page(): unknown {
    const { missing, notebooks, datasets, file } = this.#data;
    if (missing) {
      return html`
        <main
          class="missing">${brand()}<h1>Not found</h1><p>${missing}.</p><a href="/">To the start page</a></main>
      `;
    }
    return this.#address.notebook === null
      ? html`
        <pivotbook-start-page .notebooks=${notebooks} .datasets=${datasets}
          ?busy=${this.busy} @pivotbook-investigate=${this.#investigate}
          @pivotbook-imported=${this.#load}
          @pivotbook-notebooks-changed=${this.#load}
          @pivotbook-look-at=${this.#lookAt}></pivotbook-start-page>
      `
      : keyed(
        this.#address.notebook,
        html`
          <pivotbook-notebook-page .file=${file} ?searched=${file?.name ===
            this.#searched}
            .runtime=${datasets && this
              .#engine.runtime}
            .targets=${newestFirst(
              datasets ?? [],
            )}
            @pivotbook-imported=${this.#load}
            @pivotbook-moved=${this.#follow}></pivotbook-notebook-page>
        `,
      );
  }

  #load(): void {
    void this.#data.load(this.api, this.#address.notebook);
  }

  #moved(): void {
    this.#load();
  }

  /** The notebook was made again under another name. */
  #follow({ detail }: MovedEvent): void {
    this.#data.file = detail;
    this.#address.replace(pathOf(detail.name));
  }

  #provide(): void {
    this.#provided.data(this.#data.views, this.#engine.runtime);
  }

  async #investigate(
    { detail }: CustomEvent<readonly Indicator[]>,
  ): Promise<void> {
    const text = newNotebook(detail);
    await this.#make(text, (name) => this.#searched = name);
  }

  async #lookAt({ detail }: LookAtEvent): Promise<void> {
    await this.#make(rowsNotebook(detail));
  }

  /** Makes a notebook and opens it. */
  async #make(text: string, made?: (name: string) => void): Promise<void> {
    this.busy = true;
    const file = await this.#data.create(this.api, text);
    if (file !== null) {
      made?.(file.name);
      this.#address.arrive(pathOf(file.name));
    }
    this.busy = false;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "pivotbook-app": App;
  }
}
