import {
  allColumns,
  cellIndicator,
  type DatasetKind,
  distinctIndicators,
  type Indicator,
  type Row,
} from "@pivotbook/data";

/** Every indicator that a row shows: those that its cells lead to, and the hosts among listed names. */
export function rowIndicators(kind: DatasetKind, row: Row): Indicator[] {
  const shown = allColumns(kind).flatMap((column) => {
    const value = row[column.name];
    if (Array.isArray(value) && column.indicator === "domain") {
      return value.map((name): Indicator => ({
        type: "domain",
        value: String(name),
      }));
    }
    return cellIndicator(row, column) ?? [];
  });
  return [...distinctIndicators(shown), ...recordHosts(row)];
}

/** Where hosts stand in the data of a record. */
const PLACES: Readonly<Record<string, number>> = {
  MX: 1,
  SRV: 3,
  SOA: 0,
  SVCB: 1,
  HTTPS: 1,
};

function recordHosts({ rrtype, rdata }: Row): Indicator[] {
  const place = PLACES[String(rrtype)];
  const host = place === undefined ? "" : String(rdata).split(" ")[place];
  return host ? [{ type: "domain", value: host }] : [];
}
