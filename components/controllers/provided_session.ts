import type { Session } from "@pivotbook/cells";
import { ContextProvider } from "@lit/context";
import type { ReactiveElement } from "lit";
import { engineContext, lookupContext } from "../contexts.ts";

/** What the page of a notebook provides for the elements in it: the engine that holds its tables, and lookups into that. */
export class ProvidedSession {
  readonly #engine;
  readonly #lookup;

  constructor(host: ReactiveElement) {
    this.#engine = new ContextProvider(host, {
      context: engineContext,
      initialValue: null,
    });
    this.#lookup = new ContextProvider(host, {
      context: lookupContext,
      initialValue: null,
    });
  }

  /** The session that is open now; null where its engine is gone. */
  set(session: Pick<Session, "engine" | "lookup"> | null): void {
    this.#engine.setValue(session?.engine ?? null);
    this.#lookup.setValue(session?.lookup ?? null);
  }
}
