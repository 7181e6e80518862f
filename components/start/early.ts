/** First script of the page: the engine is the slowest to start, so its worker starts before the page's script is there. */
import { startWorker } from "./worker.ts";

globalThis.pivotbookWorker = startWorker();
