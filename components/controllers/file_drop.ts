import type { ReactiveController, ReactiveControllerHost } from "lit";
import { filesOf } from "../imports/files_of.ts";

/** Files that are dropped anywhere on the page while the element is there: without it, the browser would leave the page for them. */
export class FileDrop implements ReactiveController {
  /** Whether files are held over the page. */
  over = false;
  readonly #host: ReactiveControllerHost;
  readonly #take: (files: readonly File[]) => void;

  constructor(
    host: ReactiveControllerHost,
    take: (files: readonly File[]) => void,
  ) {
    this.#host = host;
    this.#take = take;
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener("dragover", this.#hover);
    document.addEventListener("dragleave", this.#leave);
    document.addEventListener("drop", this.#drop);
  }

  hostDisconnected(): void {
    document.removeEventListener("dragover", this.#hover);
    document.removeEventListener("dragleave", this.#leave);
    document.removeEventListener("drop", this.#drop);
  }

  #hover = (event: DragEvent): void => {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    this.#say({ over: true });
  };

  /** Leaving one element for another is no leaving. */
  #leave = ({ relatedTarget }: DragEvent): void => {
    if (relatedTarget === null) this.#say({ over: false });
  };

  #drop = async (event: DragEvent): Promise<void> => {
    const { dataTransfer } = event;
    if (dataTransfer === null || !holdsFiles(event)) return;
    event.preventDefault();
    this.#say({ over: false });
    this.#take(await filesOf(dataTransfer));
  };

  #say({ over }: { over: boolean }): void {
    if (over === this.over) return;
    this.over = over;
    this.#host.requestUpdate();
  }
}

function holdsFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer?.types.includes("Files") ?? false;
}
