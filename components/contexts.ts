import type { DatasetView, Engine, LookupSource } from "@pivotbook/data";
import { type Context, createContext } from "@lit/context";
import type { Api } from "./api.ts";
import type { RowCounts } from "./row_counts.ts";

/** The engine that holds the results of the notebook around an element, and no other's; null until it is open. */
export const engineContext: Context<symbol, Engine | null> = createContext(
  Symbol("engine"),
);

/** Lookups whose tables stand in that engine; null until it is open. */
export const lookupContext: Context<symbol, LookupSource | null> =
  createContext(Symbol("lookup"));

/** The datasets that lookups read now. */
export const datasetsContext: Context<symbol, readonly DatasetView[]> =
  createContext(Symbol("datasets"));

/** The server. */
export const apiContext: Context<symbol, Api | null> = createContext(
  Symbol("api"),
);

/** Rows behind indicators, asked once each. */
export const countsContext: Context<symbol, RowCounts | null> = createContext(
  Symbol("counts"),
);
