import { ContextProvider } from "@lit/context";
import { type DatasetView, type Indicator, reportOf } from "@pivotbook/data";
import { css, html, LitElement, type PropertyValues } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { type Api, httpApi } from "./api.ts";
import { OfflineError } from "./offline_error.ts";
import type {
  DatasetSummary,
  NotebookFile,
  NotebookSummary,
} from "./api_types.ts";
import {
  apiContext,
  countsContext,
  datasetsContext,
  engineContext,
  lookupContext,
} from "./contexts.ts";
import { newNotebook } from "./new_notebook.ts";
import { newestFirst } from "./imports/target.ts";
import { inField } from "./notebook_keys.ts";
import type { NotebookPage } from "./notebook_page.ts";
import "./notebook_page.ts";
import { RowCounts } from "./row_counts.ts";
import type { OpenRuntime, Runtime } from "./runtime.ts";
import type { StartPage } from "./start_page.ts";
import "./start_page.ts";
import { base } from "./styles/base.ts";

/** First and longest pause in milliseconds before the server is asked again. */
const FIRST_PAUSE = 1000;
const LONGEST_PAUSE = 30_000;

/**
 * The application: where the reader is, what notebooks run on, and what is wrong with either.
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
  @state()
  accessor path: string = location.pathname;
  @state()
  accessor runtime: Runtime | null = null;
  @state()
  accessor notebooks: readonly NotebookSummary[] | null = null;
  @state()
  accessor summaries: readonly DatasetSummary[] | null = null;
  @state()
  accessor file: NotebookFile | null = null;
  @state()
  accessor busy: boolean = false;
  /** What is wrong, for the banner. */
  @state()
  accessor trouble: string = "";
  @state()
  accessor missing: string = "";
  @query("pivotbook-notebook-page")
  accessor notebookPage: NotebookPage | null = null;
  @query("pivotbook-start-page")
  accessor startPage: StartPage | null = null;

  readonly #api = new ContextProvider(this, { context: apiContext });
  readonly #engine = new ContextProvider(this, {
    context: engineContext,
    initialValue: null,
  });
  readonly #lookup = new ContextProvider(this, {
    context: lookupContext,
    initialValue: null,
  });
  readonly #datasets = new ContextProvider(this, {
    context: datasetsContext,
    initialValue: [],
  });
  readonly #counts = new ContextProvider(this, {
    context: countsContext,
    initialValue: null,
  });
  #pause = FIRST_PAUSE;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#api.setValue(this.api);
    addEventListener("popstate", this.#moved);
    document.addEventListener("keydown", this.#key);
    this.addEventListener("click", this.#click);
    void this.#load();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("openRuntime")) void this.#start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener("popstate", this.#moved);
    document.removeEventListener("keydown", this.#key);
  }

  override render(): unknown {
    return html`${
      this.trouble
        ? html`<div class="banner" role="alert">${this.trouble}</div>`
        : ""
    }${this.#page()}`;
  }

  #page(): unknown {
    if (this.missing) {
      return html`
        <main
          class="missing"><h1>Not found</h1><p>${this
            .missing}</p><a href="/">To the start page</a></main>
      `;
    }
    return this.#notebookName === null
      ? html`
        <pivotbook-start-page .notebooks=${this.notebooks} .datasets=${this
          .summaries}
          ?busy=${this.busy} @pivotbook-investigate=${this.#investigate}
          @pivotbook-imported=${() => void this.#load()}></pivotbook-start-page>
      `
      : html`
        <pivotbook-notebook-page @pivotbook-imported=${() =>
          void this.#load()} .runtime=${this.summaries === null
          ? null
          : this.runtime}
          .file=${this.file} .targets=${newestFirst(
            this.summaries ?? [],
          )}></pivotbook-notebook-page>
      `;
  }

  get #notebookName(): string | null {
    const match = /^\/notebooks\/([^/]+)$/.exec(this.path);
    return match?.[1] ? decodeURIComponent(match[1]) : null;
  }

  async #start(): Promise<void> {
    if (this.openRuntime === null) return;
    try {
      const runtime = this.openRuntime();
      runtime.know(this.summaries?.map(({ view }) => view) ?? []);
      this.runtime = runtime;
      await this.#sessionOpened();
      this.#provide();
      await runtime.ready;
      this.trouble = "";
      await runtime.crashed;
      this.trouble =
        "The engine stopped and is being started again; results are computed anew";
      this.#engine.setValue(null);
      await this.#start();
    } catch (error) {
      this.trouble = `The engine cannot be started: ${reportOf(error).message}`;
    }
  }

  /** What is on the screen may ask an engine only for what the notebook has computed in it. */
  async #sessionOpened(): Promise<void> {
    await this.updateComplete;
    await this.notebookPage?.updateComplete;
  }

  #provide(): void {
    const views: readonly DatasetView[] =
      this.summaries?.map(({ view }) => view) ?? [];
    this.#datasets.setValue(views);
    if (this.runtime === null) return;
    const { engine, lookup } = this.runtime;
    this.runtime.know(views);
    this.#engine.setValue(engine);
    this.#lookup.setValue(lookup);
    this.#counts.setValue(new RowCounts(lookup, views));
  }

  /** Fetches what the page shows; waits and tries again while the server is gone. */
  async #load(): Promise<void> {
    try {
      const name = this.#notebookName;
      const datasets = this.api.datasets();
      datasets.catch(() => {});
      if (name === null) this.notebooks = await this.api.notebooks();
      else if (this.file?.name !== name) {
        const file = await this.api.notebook(name);
        if (this.#notebookName === name) this.file = file;
      }
      this.summaries = await datasets;
      this.#provide();
      this.#pause = FIRST_PAUSE;
      this.trouble = "";
    } catch (error) {
      this.#loadFailed(error);
    }
  }

  #loadFailed(error: unknown): void {
    const { message, code } = reportOf(error);
    if (!(error instanceof OfflineError)) {
      if (code.includes("not-found") || code.startsWith("unknown")) {
        this.missing = message;
      } else this.trouble = message;
      return;
    }
    this.trouble = `${message}; trying again`;
    setTimeout(() => void this.#load(), this.#pause);
    this.#pause = Math.min(LONGEST_PAUSE, this.#pause * 2);
  }

  #go(path: string): void {
    history.pushState(null, "", path);
    this.#moved();
    scrollTo(0, 0);
  }

  #moved = (): void => {
    const former = this.#notebookName;
    this.path = location.pathname;
    this.missing = "";
    if (this.#notebookName !== former) this.file = null;
    if (this.#notebookName === null) document.title = "Pivotbook";
    void this.#load();
  };

  #key = (event: KeyboardEvent): void => {
    if (event.key !== "/" || inField(event) || event.ctrlKey) return;
    event.preventDefault();
    this.startPage?.focusSearch();
  };

  /** Links inside of the application change the page without loading it anew. */
  #click = (event: MouseEvent): void => {
    if (
      event.defaultPrevented || event.button !== 0 || event.ctrlKey ||
      event.metaKey || event.shiftKey
    ) return;
    const link = event.composedPath().find((one) =>
      one instanceof HTMLAnchorElement
    );
    const href = link?.getAttribute("href") ?? "";
    if (
      !link || link.target || !(href === "/" || href.startsWith("/notebooks/"))
    ) return;
    event.preventDefault();
    this.#go(href);
  };

  async #investigate(
    { detail }: CustomEvent<readonly Indicator[]>,
  ): Promise<void> {
    this.busy = true;
    try {
      const text = newNotebook(detail);
      this.file = await this.api.createNotebook(text);
      history.pushState(
        null,
        "",
        `/notebooks/${encodeURIComponent(this.file.name)}`,
      );
      this.path = location.pathname;
      scrollTo(0, 0);
    } catch (error) {
      this.trouble = reportOf(error).message;
    } finally {
      this.busy = false;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "pivotbook-app": App;
  }
}
