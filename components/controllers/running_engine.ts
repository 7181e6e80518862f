import { reportOf } from "@pivotbook/data";
import type { ReactiveControllerHost } from "lit";
import type { OpenRuntime, Runtime } from "../runtime.ts";

/** What the application does when an engine comes and goes. */
export interface EngineChanges {
  /** Called with an engine that was just opened, before anything is drawn with it. */
  readonly opened: (runtime: Runtime) => void;
  /** Called when the page is drawn with the engine. */
  readonly drawn: () => void;
  readonly lost: () => void;
}

/** What notebooks run on; another is opened where it crashes. */
export class RunningEngine {
  runtime: Runtime | null = null;
  /** What is wrong with the engine, for the banner. */
  trouble: string = "";
  readonly #host: ReactiveControllerHost;
  readonly #changes: EngineChanges;

  constructor(host: ReactiveControllerHost, changes: EngineChanges) {
    this.#host = host;
    this.#changes = changes;
  }

  /** Opens an engine, and another whenever it is gone. */
  async start(open: OpenRuntime): Promise<void> {
    try {
      const runtime = open();
      this.#changes.opened(runtime);
      this.runtime = runtime;
      this.#host.requestUpdate();
      await this.#host.updateComplete;
      this.#changes.drawn();
      await runtime.ready;
      this.#tell("");
      await runtime.crashed;
      this.#tell(
        "The engine stopped and is being started again; results are computed anew",
      );
      this.#changes.lost();
      await this.start(open);
    } catch (error) {
      this.#tell(`The engine cannot be started: ${reportOf(error).message}`);
    }
  }

  #tell(trouble: string): void {
    this.trouble = trouble;
    this.#host.requestUpdate();
  }
}
