import {
  allColumns,
  type DatasetKind,
  datasetKinds,
  identifier,
  qualified,
} from "@pivotbook/data";
import { UNFILTERED_SUFFIX } from "../notebook/reserved_words.ts";

/** Names of what a pivot makes in the engine. */
export interface PivotSchema {
  readonly name: string;
  /** Quoted name of a kind's rows in the time window. */
  readonly table: (kind: DatasetKind) => string;
  /** Quoted name of a kind's rows without the window. */
  readonly unfiltered: (kind: DatasetKind) => string;
  readonly summary: string;
  /** What lies in the window of `wholeTimeline`. */
  readonly timeline: string;
  readonly wholeTimeline: string;
}

/** The names for a pivot cell of that name. */
export function pivotSchema(name: string): PivotSchema {
  return {
    name,
    table: (kind) => qualified(name, kind.name),
    unfiltered: (kind) => qualified(name + UNFILTERED_SUFFIX, kind.name),
    summary: qualified(name, "summary"),
    timeline: qualified(name, "timeline"),
    wholeTimeline: qualified(name + UNFILTERED_SUFFIX, "timeline"),
  };
}

/** SQL that makes a pivot's two schemas. */
export function createSchemas({ name }: PivotSchema): string {
  return [name, name + UNFILTERED_SUFFIX]
    .map((schema) => `CREATE SCHEMA IF NOT EXISTS ${identifier(schema)}`)
    .join(";\n");
}

/** SQL that drops everything that a cell of that name has made. */
export function dropCell(name: string): string {
  const schemas = [name, name + UNFILTERED_SUFFIX].map((schema) =>
    `DROP SCHEMA IF EXISTS ${identifier(schema)} CASCADE`
  );
  return [`DROP TABLE IF EXISTS ${identifier(name)}`, ...schemas].join(";\n");
}

/** SQL for a kind's table without rows. */
export function createEmpty(table: string, kind: DatasetKind): string {
  const columns = allColumns(kind).map(({ name, type }) =>
    `${identifier(name)} ${type}`
  );
  return `CREATE OR REPLACE TABLE ${table} ("dataset" VARCHAR, ${
    columns.join(", ")
  })`;
}

/** All kinds that have times, which a timeline can show. */
export const timedKinds: readonly DatasetKind[] = datasetKinds
  .filter(({ times }) => times !== null);
