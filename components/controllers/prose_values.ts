import type { SessionState } from "@pivotbook/cells";
import type { Engine } from "@pivotbook/data";
import type { ReactiveControllerHost } from "lit";
import { readValues, valueNames } from "../prose/values.ts";
import { Task } from "./task.ts";

const NONE: ReadonlyMap<string, string> = new Map();

/** The values that the prose of a notebook shows, read again when a cell has run. */
export class ProseValues {
  readonly #task;

  constructor(host: ReactiveControllerHost, { engine, state }: {
    engine: () => Engine | null;
    state: () => SessionState | null;
  }) {
    this.#task = new Task(host, {
      patient: true,
      args: () => {
        const [reads, now] = [engine(), state()];
        if (reads === null || now === null) return null;
        return [reads, valueNames(now).join(" "), runsOf(now)] as const;
      },
      run: ([reads, names], signal) =>
        readValues(reads, names.split(" ").filter(Boolean), { signal }),
    });
  }

  /** Values by the name that the prose gives them. */
  get known(): ReadonlyMap<string, string> {
    return this.#task.value ?? NONE;
  }
}

function runsOf({ cells }: SessionState): string {
  const runs = Object.values(cells).map(({ name, version, status }) =>
    `${name} ${version} ${status}`
  );
  return runs.join();
}
