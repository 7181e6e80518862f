import type { PivotOutput, PivotTable } from "@pivotbook/cells";
import { consume } from "@lit/context";
import {
  datasetKinds,
  type DatasetView,
  type Engine,
  kindNamed,
  type LookupSource,
} from "@pivotbook/data";
import { html, LitElement, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { datasetsContext, engineContext, lookupContext } from "../contexts.ts";
import { Task } from "../controllers/task.ts";
import "../grid/grid.ts";
import type { ShownRows } from "../grid/shown_rows.ts";
import { freshSpan } from "../grid/fresh.ts";
import { type GridSource, kindGridColumns } from "../grid/source.ts";
import "../heat_map/heat_map.ts";
import { base } from "../styles/base.ts";
import { pivotViewStyles } from "../styles/pivot_view.ts";
import { readFacts } from "./facts.ts";
import { pivotFoot } from "./foot.ts";
import { pivotHeader } from "./header.ts";
import { countSeeds } from "./seed_rows.ts";
import { kindTabs } from "./tabs.ts";
import { emptyTab, isUnknown, pivotUnknown } from "./unknown.ts";

/**
 * What is known of an indicator: header, activity by day and a tab for each dataset kind.
 *
 * @summary A pivot's result
 */
@customElement("pivotbook-pivot-view")
export class PivotView extends LitElement {
  static override styles = [base, pivotViewStyles];

  @consume({ context: engineContext, subscribe: true })
  @property({ attribute: false })
  accessor engine: Engine | null = null;
  @consume({ context: lookupContext, subscribe: true })
  @property({ attribute: false })
  accessor lookup: LookupSource | null = null;
  @consume({ context: datasetsContext, subscribe: true })
  @property({ attribute: false })
  accessor datasets: readonly DatasetView[] = [];
  @property({ attribute: false })
  accessor output: PivotOutput | null = null;
  /** Whether the pivot's summary and timeline are still to come, or never came. */
  @property({ attribute: false })
  accessor partial: boolean = false;
  /** Why they do not come, in a word; null while they may. */
  @property({ attribute: false })
  accessor unfinished: string | null = null;
  @property()
  accessor cell: string = "";
  @state()
  accessor chosen: string | null = null;
  /** What the grid in front says of its rows. */
  @state()
  accessor shown: ShownRows | null = null;
  /** Whether kinds without rows have tabs, too. */
  @state()
  accessor allKinds: boolean = false;

  #sources = new Map<string, GridSource>();
  /** The last output with a summary and a timeline. */
  #complete: PivotOutput | null = null;

  readonly #facts = new Task(this, {
    patient: true,
    args: () =>
      this.engine && this.#complete
        ? [this.engine, this.#complete] as const
        : null,
    run: ([engine, output], signal) => readFacts(engine, { output, signal }),
  });
  readonly #rows = new Task(this, {
    patient: true,
    args: () =>
      this.lookup && this.output && this.output.seeds.length > 1
        ? [this.lookup, this.output] as const
        : null,
    run: ([lookup, output], signal) =>
      countSeeds(lookup, { output, views: this.datasets, signal }),
  });

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("output")) this.#sources = new Map();
    if (!this.partial) this.#complete = this.output;
  }

  get #tables(): readonly PivotTable[] {
    return datasetKinds.map(({ name }) =>
      this.output?.tables.find(({ kind }) => kind === name)
    ).filter((table) => table !== undefined);
  }

  /** The tab in front: the chosen one, else the first with rows. */
  get #front(): PivotTable | undefined {
    const tables = this.#tables;
    return tables.find(({ kind }) => kind === this.chosen) ??
      tables.find(({ rows }) => rows > 0) ?? tables[0];
  }

  override render(): unknown {
    const { output, cell } = this;
    if (output === null) return "";
    const facts = this.unfinished === null ? this.#facts.value ?? null : null;
    const rows = this.#rows.value ?? null;
    const header = pivotHeader(output, { cell, facts, rows });
    return isUnknown(output)
      ? html`${header}${pivotUnknown(output, this.datasets)}`
      : html`${header}${this.#result(output)}`;
  }

  #result(output: PivotOutput): unknown {
    const [tables, front] = [this.#tables, this.#front];
    return html`
      <div class="heat">
        <pivotbook-heat-map timeline=${output.timeline} .revision=${this
          .#complete}
          .unfinished=${this.unfinished}
          .window=${output.window} .tables=${output.tables}
          @pivotbook-kind=${({ detail }: CustomEvent<string>) =>
            void this.#choose(detail)}></pivotbook-heat-map>
      </div>
      ${kindTabs({
        tables,
        front,
        open: this.allKinds,
        choose: (kind) => this.#choose(kind),
        toggle: () => this.allKinds = !this.allKinds,
      })}
      <div role="tabpanel" id="panel"
        aria-labelledby=${`tab-${front?.kind}`}>${front
          ? this.#panel(front)
          : ""}</div>
      ${pivotFoot(output, { front, shown: this.shown })}
    `;
  }

  #choose(kind: string): Promise<unknown> {
    this.chosen = kind;
    return this.updateComplete;
  }

  #panel(table: PivotTable): unknown {
    if (table.rows === 0) return this.#empty(table);
    return html`
      <pivotbook-grid .source=${this.#source(table)} cell=${this.cell}
        label="${kindNamed(table.kind).title} of ${this.cell}"
        @pivotbook-shown=${({ detail }: CustomEvent<ShownRows>) =>
          this.shown = detail}></pivotbook-grid>
    `;
  }

  #empty({ kind, empty }: PivotTable): unknown {
    const { output, datasets } = this;
    return output && emptyTab(output, { kind, empty, datasets });
  }

  #source({ kind, unfiltered, inside, rows }: PivotTable): GridSource {
    const known = this.#sources.get(kind);
    if (known) return known;
    const columns = kindGridColumns(kind);
    const [only, ...others] = this.output?.seeds ?? [];
    const seed = only && others.length === 0 ? only.value : null;
    const fresh = freshSpan(kind, this.output?.window ?? null);
    const source = {
      key: unfiltered,
      table: unfiltered,
      inside,
      rows,
      columns,
      kind,
      seed,
      fresh,
    };
    this.#sources.set(kind, source);
    return source;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "pivotbook-pivot-view": PivotView;
  }
}
