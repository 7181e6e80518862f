/** First script of the page, which stands in the page itself: the engine is the slowest to start, so its worker starts before anything else is fetched. */
import { startWorker } from "./worker.ts";

globalThis.pivotbookWorker = startWorker();
