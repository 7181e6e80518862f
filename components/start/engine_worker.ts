/** Entry of the page's worker: DuckDB's code is compiled while its scripts are loaded. */
import "./compile_ahead.ts";
import "../engine/segment_worker.ts";
