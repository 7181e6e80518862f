import type { Operation, Session, SessionState } from "@pivotbook/cells";
import type { Engine } from "@pivotbook/data";
import type { ReactiveController, ReactiveControllerHost } from "lit";
import { nextFrame } from "./next_frame.ts";
import { textOf } from "../notebook/edits.ts";

/** Most steps that can be undone. */
const HISTORY = 200;

/**
 * The session of the page: its state as it changes, and the way back. What a
 * reader does is drawn at once, what the session reports once a frame, lest
 * the engine wait for the page between two cells.
 */
export class OpenNotebook implements ReactiveController {
  state: SessionState | null = null;
  readonly #host: ReactiveControllerHost;
  readonly #changed: (state: SessionState) => void;
  #session: Session | null = null;
  #unsubscribe: () => void = () => {};
  #past: string[] = [];
  #future: string[] = [];
  #drawing = false;

  constructor(
    host: ReactiveControllerHost,
    changed: (state: SessionState) => void,
  ) {
    this.#host = host;
    this.#changed = changed;
    host.addController(this);
  }

  hostDisconnected(): void {
    void this.close();
  }

  /** Takes a session; the former one is closed. */
  open(session: Session): void {
    void this.close();
    this.#session = session;
    this.#take(session.state);
    this.#unsubscribe = session.subscribe((state) => this.#take(state));
    this.#host.requestUpdate();
  }

  /** Stops what runs and gives up all that it has made; resolves when that is done. */
  async close(): Promise<void> {
    const session = this.#session;
    this.#session = null;
    this.#unsubscribe();
    await session?.close().catch(reportError);
  }

  /** The engine that holds the notebook's tables; null without a session. */
  get engine(): Engine | null {
    return this.#session?.engine ?? null;
  }

  /** The text as it stands. */
  get text(): string {
    return this.state ? textOf(this.state.notebook) : "";
  }

  /** Does something that changes the text, so that it can be undone. */
  change(...operations: readonly Operation[]): void {
    this.#past = [...this.#past, this.text].slice(-HISTORY);
    this.#future = [];
    this.dispatch(...operations);
  }

  /** Does something that leaves the text alone. */
  dispatch(...operations: readonly Operation[]): void {
    for (const operation of operations) this.#session?.dispatch(operation);
    this.#host.requestUpdate();
  }

  /** Goes one step back; false when there is none. */
  undo(): boolean {
    const text = this.#past.pop();
    if (text === undefined) return false;
    this.#future.push(this.text);
    this.dispatch({ type: "load", text });
    return true;
  }

  /** Takes the last `undo` back; false when there is none. */
  redo(): boolean {
    const text = this.#future.pop();
    if (text === undefined) return false;
    this.#past.push(this.text);
    this.dispatch({ type: "load", text });
    return true;
  }

  /** Draws the state now; resolves when what is drawn has asked the engine. */
  drawn(): Promise<void> {
    this.#host.requestUpdate();
    return new Promise((resolve) => setTimeout(resolve));
  }

  #take(state: SessionState): void {
    this.state = state;
    this.#changed(state);
    if (!this.#drawing) void this.#draw();
  }

  async #draw(): Promise<void> {
    this.#drawing = true;
    await nextFrame();
    this.#drawing = false;
    this.#host.requestUpdate();
  }
}
