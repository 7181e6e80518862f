import { ConflictError } from "@pivotbook/data";
import type { ImportProgress } from "../deps.ts";
import { importCancelled } from "./cancelled.ts";

/** So many imports can be asked for; the records of all are kept as files. */
const REMEMBERED = 1000;

/** Where the imports of this process stand, by the id that the sender chose. */
export class ImportStates {
  readonly #states = new Map<string, ImportProgress>();
  /** Given up before they arrived. */
  readonly #refused = new Set<string>();

  get(id: string): ImportProgress | null {
    return this.#states.get(id) ?? null;
  }

  remember(state: ImportProgress): void {
    this.#states.delete(state.id);
    this.#states.set(state.id, state);
    dropOldest(this.#states);
  }

  /** An import of that id is not taken when it arrives after all. */
  refuse(id: string): void {
    this.#refused.add(id);
    dropOldest(this.#refused);
  }

  /** Throws where an import of that id was given up before, or is here already. */
  checkNew(id: string): void {
    if (this.#refused.has(id)) throw importCancelled();
    if (!this.#states.has(id)) return;
    throw new ConflictError(`The import ${id} was sent before`, {
      code: "import-sent-twice",
      remedy: "Send each import under an id of its own",
    });
  }
}

function dropOldest(
  kept: { keys(): Iterable<string>; delete(id: string): boolean },
): void {
  for (const id of [...kept.keys()].slice(0, -REMEMBERED)) kept.delete(id);
}
