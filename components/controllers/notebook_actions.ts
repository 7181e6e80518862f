import type { Operation } from "@pivotbook/cells";
import type { DatasetView, Indicator } from "@pivotbook/data";
import { movedText } from "../notebook/block_edits.ts";
import type { CommandEvent, PivotEvent, WindowEvent } from "../events.ts";
import {
  addCopy,
  addedId,
  addInvestigation,
  type Addition,
  addPivot,
  addRows,
  addTemplate,
  pivotThere,
  surroundings,
} from "../notebook/commands.ts";
import type { LookAtEvent } from "../imports/look_at.ts";
import { cellsOf, windowOperations } from "../notebook/edits.ts";
import { blockAt } from "../outline/sections.ts";
import { emptyPlot, firstPlot } from "../plot/first_plot.ts";
import type { OpenNotebook } from "./open_notebook.ts";

/** The page on which a reader does something. */
export interface ActionsPage {
  readonly datasets: readonly DatasetView[];
  /** Id of the block that keys act on. */
  readonly current: string | null;
  /** Id of the block whose editor is open. */
  editing: string | null;
  /** Brings a block into sight. */
  show(id: string): void;
}

/** What a reader does to a notebook, as operations of its session. */
export class NotebookActions {
  readonly #page: ActionsPage;
  readonly #notebook: OpenNotebook;
  /** What was asked before the notebook was open. */
  #asked: readonly Indicator[] = [];

  constructor(page: ActionsPage, notebook: OpenNotebook) {
    this.#page = page;
    this.#notebook = notebook;
  }

  /** Looks into what was asked before the notebook was open. */
  opened(): void {
    if (this.#asked.length > 0) this.investigate(this.#asked);
  }

  /** Adds a pivot over indicators; gives whether it was added. */
  investigate(indicators: readonly Indicator[]): boolean {
    const place = this.#surroundings();
    this.#asked = place === null ? indicators : [];
    if (place === null || indicators.length === 0) return false;
    this.#add(addInvestigation(place, indicators));
    return true;
  }

  /** Adds a cell with the rows of an import, at the end. */
  lookAt = ({ detail }: LookAtEvent): void => {
    const place = this.#surroundings();
    if (place !== null) this.#add(addRows(place, detail.sql));
  };

  /** Adds the pivot that a click asks for; one that is there already is shown. */
  pivot = ({ detail }: PivotEvent): void => {
    const place = this.#surroundings();
    if (place === null) return;
    const there = pivotThere(place, detail);
    if (there) this.#page.show(there.id);
    else this.#add(addPivot(place, detail));
  };

  /** Makes a brushed window the notebook's. */
  window = ({ detail }: WindowEvent): void => {
    const state = this.#notebook.state;
    if (state === null) return;
    const operations = windowOperations(state, detail);
    if (operations.length > 0) this.#notebook.change(...operations);
  };

  /** Does what the frame of a cell asks for. */
  command = ({ detail: { id, command } }: CommandEvent): void => {
    const one: Partial<Record<typeof command.type, () => void>> = {
      run: () => this.run(id),
      stop: () => this.#notebook.dispatch({ type: "cancel", ids: [id] }),
      remove: () => this.#notebook.change({ type: "remove", id }),
      edit: () => command.type === "edit" && this.#edit(id, command),
      move: () => command.type === "move" && this.move(id, command.by),
      duplicate: () => this.#duplicate(id),
      insert: () => command.type === "insert" && this.#insert(id, command.raw),
    };
    if (this.#notebook.state !== null) one[command.type]?.();
  };

  run(id: string): void {
    this.#notebook.dispatch({ type: "run", ids: [id] });
  }

  runAll = (): void => this.#notebook.dispatch({ type: "run", ids: "all" });

  stopAll = (): void => this.#notebook.dispatch({ type: "cancel", ids: "all" });

  /** Moves a block up or down. */
  move(id: string, by: -1 | 1): void {
    const notebook = this.#notebook.state?.notebook;
    if (notebook === undefined) return;
    const name = cellsOf(notebook).find((cell) => cell.id === id)?.name ?? id;
    const text = movedText(notebook, { id, by });
    this.#notebook.change({ type: "load", text });
    this.showNamed(name);
  }

  /** Shows the next cell or the one before. */
  walk(by: 1 | -1): void {
    const cells = this.#cells();
    const at = cells.findIndex(({ id }) => id === this.#page.current);
    const next = cells[Math.max(0, Math.min(cells.length - 1, at + by))];
    if (next) this.#page.show(next.id);
  }

  /** Shows the block of that name, heading or id. */
  showNamed(name: string): void {
    const notebook = this.#notebook.state?.notebook;
    const block = notebook && blockAt(notebook, name);
    if (block) this.#page.show(block.id);
  }

  #cells(): ReturnType<typeof cellsOf> {
    const notebook = this.#notebook.state?.notebook;
    return notebook ? cellsOf(notebook) : [];
  }

  #surroundings(): ReturnType<typeof surroundings> {
    return surroundings(this.#notebook.state, this.#page.datasets);
  }

  /** Takes the text with an addition and shows it; gives its id. */
  #add(addition: Addition): string | null {
    const before = this.#notebook.state?.notebook;
    this.#notebook.change({ type: "load", text: addition.text });
    const after = this.#notebook.state?.notebook;
    const id = before && after ? addedId(before, after, addition) : null;
    if (id !== null) this.#page.show(id);
    return id;
  }

  #edit(id: string, { raw, run }: { raw: string; run: boolean }): void {
    if (this.#page.editing === id && !run) this.#page.editing = null;
    const operation: Operation = { type: "edit", id, raw };
    this.#notebook.change(operation);
    if (run) this.run(id);
  }

  #duplicate(id: string): void {
    const place = this.#surroundings();
    const cell = place && cellsOf(place.notebook).find((one) => one.id === id);
    if (place && cell) this.#add(addCopy(place, cell));
  }

  /** Puts a new block after another and opens its editor. */
  #insert(after: string, template: string): void {
    const place = this.#surroundings();
    const { state } = this.#notebook;
    if (place === null || state === null) return;
    const raw = template === emptyPlot
      ? firstPlot(state, after || null)
      : template;
    const addition = addTemplate(place, {
      after: after || null,
      template: raw,
    });
    this.#page.editing = this.#add(addition);
  }
}
