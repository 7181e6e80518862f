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

/** An engine that ran for so many milliseconds had no trouble from the start. */
const SOUND = 60_000;

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

  constructor(host: ReactiveControllerHost, changes: EngineChanges) {
    this.#host = host;
    this.#changes = changes;
    this.#wait = changes.wait ?? waitFor;
  }

  /** Opens an engine, and another whenever it is gone: after longer and longer pauses, lest a server that is away is asked without end. */
  async start(open: OpenRuntime): Promise<void> {
    for (;;) {
      const trouble = await this.#run(open);
      const pause = this.#pause.next();
      this.runtime = null;
      this.#tell(trouble);
      this.#changes.lost();
      await this.#wait(pause);
    }
  }

  /** Opens an engine and gives what became of it once it is gone. */
  async #run(open: OpenRuntime): Promise<string> {
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
      if (performance.now() - started > SOUND) this.#pause.reset();
      return "The engine stopped and is being started again; results are computed anew";
    } catch (error) {
      return `The engine cannot be started: ${
        reportOf(error).message
      }; trying again`;
    }
  }

  #tell(trouble: string): void {
    this.trouble = trouble;
    this.#host.requestUpdate();
  }
}
