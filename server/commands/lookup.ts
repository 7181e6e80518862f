import type { Command } from "commander";
import {
  type Column,
  type Indicator,
  parseIndicator,
  type Row,
  rowsOf,
  type Table,
  type Value,
} from "@pivotbook/data";
import { lookUpEverywhere, readableViews } from "../lookup_everywhere.ts";
import { openServices } from "../home_services.ts";
import { command, type CommonOptions, guarded } from "./command.ts";
import { print, say, toJson } from "./output.ts";

const help = `
An indicator may be defanged; *.example[.]com means the domain and everything below it.

Examples:
  pivotbook lookup 192[.]0[.]2[.]7
  pivotbook lookup --json '*.example[.]com'`;

const NO_DATA =
  "There is no dataset yet: import files, or the sample case with import --sample.";

/** `lookup`: all rows behind an indicator, in all datasets. */
export function lookupCommand(): Command {
  return command("lookup", "Show what all datasets know of an indicator")
    .argument(
      "<indicator>",
      "an address, block, domain, URL, e-mail address, hash and others, defanged or not",
    )
    .addHelpText("after", help)
    .action((text: string, options: CommonOptions) =>
      guarded(options.json, async () => {
        const { type, value } = parseIndicator(text);
        const services = await openServices(options.home);
        const { damaged } = await readableViews(services.datasets);
        const found = await lookUpEverywhere(services, { type, value });
        for (const { message, remedy } of damaged) {
          say(`Not looked in: ${message}. ${remedy ?? ""}`);
        }
        if ((await services.datasets.names()).length === 0) say(NO_DATA);
        options.json
          ? print(toJson({ ...documentOf({ type, value }, found), damaged }))
          : tell({ type, value }, found);
      })
    );
}

function documentOf(
  indicator: Indicator,
  found: Readonly<Record<string, Table>>,
): Record<string, unknown> {
  const counts = Object.fromEntries(
    Object.entries(found).map(([kind, { rows }]) => [kind, rows]),
  );
  const rows = Object.entries(found).map((
    [kind, table],
  ) => [kind, readable(table)]);
  return { indicator, counts, ...Object.fromEntries(rows) };
}

/** Rows with times as ISO 8601 UTC. */
function readable(table: Table): Row[] {
  return rowsOf({ ...table, columns: table.columns.map(withTimes) });
}

function withTimes(column: Column): Column {
  return column.type === "TIMESTAMP"
    ? { ...column, values: column.values.map(isoTime) }
    : column;
}

function isoTime(value: Value): Value {
  return typeof value === "bigint"
    ? new Date(Number(value / 1000n)).toISOString()
    : value;
}

function tell(
  indicator: Indicator,
  found: Readonly<Record<string, Table>>,
): void {
  say(`${indicator.type} ${indicator.value}`);
  for (const [kind, table] of Object.entries(found)) {
    if (table.rows === 0) continue;
    print(`\n${kind} ${table.rows}`);
    for (const row of readable(table)) print(`  ${lineOf(row)}`);
  }
  if (Object.values(found).every(({ rows }) => rows === 0)) {
    say("No dataset knows it.");
  }
}

const QUIET = new Set(["tlp", "source_url"]);

function lineOf(row: Row): string {
  const shown = Object.entries(row).filter(([name, value]) =>
    value !== null && !QUIET.has(name)
  );
  return shown.map(([name, value]) =>
    `${name}=${typeof value === "string" ? value : toJson(value)}`
  ).join("  ");
}
