import { reportOf } from "@pivotbook/data";
import type { ReactiveControllerHost } from "lit";
import { GrowingPause } from "../growing_pause.ts";
import type { OpenRuntime, Runtime } from "../runtime.ts";

/** What the application does when an engine comes and goes. */
export interface EngineChanges {
  /** Called with an engine that was just opened, before anything is drawn with it. */
  readonly opened: (runtime: Runtime) => void;
  /** Called when the page is drawn with the engine. */
  readonly drawn: () => void;
  readonly lost: () => void;
  /** Waits before another is opened; by default as long as it says. */
  readonly wait?: (milliseconds: number) => Promise<void>;
}

/** So many engines in a row that stop, or do not start, are enough. */
const TRIES = 8;

/** An engine that ran for so many milliseconds had no trouble from the start. */
const SOUND = 60_000;

/** What became of an engine, and what is done about it. */
interface Trouble {
  readonly what: string;
  readonly next: string;
}

const STOPPED: Trouble = {
  what: "The engine stopped",
  next: "it is being started again, and results are computed anew",
};

function waitFor(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** What notebooks run on; another is opened where it crashes. */
export class RunningEngine {
  runtime: Runtime | null = null;
  /** What is wrong with the engine, for the banner. */
  trouble: string = "";
  readonly #host: ReactiveControllerHost;
  readonly #changes: EngineChanges;
  readonly #pause = new GrowingPause();
  readonly #wait: (milliseconds: number) => Promise<void>;
  #failures = 0;
  #asked: (() => void) | null = null;

  constructor(host: ReactiveControllerHost, changes: EngineChanges) {
    this.#host = host;
    this.#changes = changes;
    this.#wait = changes.wait ?? waitFor;
  }

  /** Whether no other engine is opened by itself. */
  get gaveUp(): boolean {
    return this.#asked !== null;
  }

  /** Opens an engine, and another whenever it is gone: after longer and longer pauses, and not without end. */
  async start(open: OpenRuntime): Promise<void> {
    for (;;) {
      const trouble = await this.#run(open);
      this.#failures += 1;
      this.runtime = null;
      this.#changes.lost();
      if (this.#failures < TRIES) {
        this.#tell(`${trouble.what}; ${trouble.next}`);
        await this.#wait(this.#pause.next());
      } else await this.#untilAsked(trouble.what);
    }
  }

  /** Opens an engine once more, after it was given up. */
  again = (): void => this.#asked?.();

  async #untilAsked(what: string): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#asked = resolve;
    this.#tell(`${what}, ${TRIES} times in a row; it is not tried again`);
    await promise;
    this.#asked = null;
    this.#sound();
    this.#tell("");
  }

  #sound(): void {
    this.#failures = 0;
    this.#pause.reset();
  }

  /** Opens an engine and gives what became of it once it is gone. */
  async #run(open: OpenRuntime): Promise<Trouble> {
    try {
      const runtime = open();
      runtime.ready.catch(() => {});
      this.#changes.opened(runtime);
      this.runtime = runtime;
      this.#host.requestUpdate();
      await this.#host.updateComplete;
      this.#changes.drawn();
      await runtime.ready;
      this.#tell("");
      const started = performance.now();
      await runtime.crashed;
      if (performance.now() - started > SOUND) this.#sound();
      return STOPPED;
    } catch (error) {
      const what = `The engine cannot be started: ${reportOf(error).message}`;
      return { what, next: "trying again" };
    }
  }

  #tell(trouble: string): void {
    this.trouble = trouble;
    this.#host.requestUpdate();
  }
}
