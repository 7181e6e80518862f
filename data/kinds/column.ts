import type { IndicatorType } from "../indicators/indicator.ts";
import type { KindColumn } from "./kind.ts";

type Extra = Partial<
  Pick<KindColumn, "required" | "values" | "indicator" | "type">
>;

/** A text column. */
export function text(
  name: string,
  title: string,
  doc: string,
  extra: Extra = {},
): KindColumn {
  return { name, title, doc, type: "VARCHAR", ...extra };
}

/** A text column whose values are indicators of that type. */
export function indicator(
  name: string,
  title: string,
  options: { doc: string; type: IndicatorType | "mixed"; required?: boolean },
): KindColumn {
  const { doc, type, required = false } = options;
  return { name, title, doc, type: "VARCHAR", indicator: type, required };
}

/** A UTC time in microseconds. */
export function time(
  name: string,
  title: string,
  doc: string,
  extra: Extra = {},
): KindColumn {
  return { name, title, doc, type: "TIMESTAMP", ...extra };
}

/** A count or size, never negative. */
export function count(name: string, title: string, doc: string): KindColumn {
  return { name, title, doc, type: "BIGINT" };
}
