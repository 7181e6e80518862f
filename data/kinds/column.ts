import type { IndicatorType } from "../indicators/indicator.ts";
import type { KindColumn } from "./kind.ts";

type Options =
  & Pick<KindColumn, "doc">
  & Partial<
    Pick<
      KindColumn,
      | "required"
      | "values"
      | "meanings"
      | "indicator"
      | "type"
      | "typedBy"
      | "normal"
      | "unbounded"
    >
  >;

/** A text column. */
export function text(
  name: string,
  title: string,
  options: Options,
): KindColumn {
  return { name, title, type: "VARCHAR", ...options };
}

/** A text column whose values are indicators of that type. */
export function indicator(
  name: string,
  title: string,
  options:
    & Pick<KindColumn, "doc" | "required" | "holds" | "typedBy" | "normal">
    & { type: IndicatorType | "mixed" },
): KindColumn {
  const { type, required = false, ...more } = options;
  return {
    name,
    title,
    type: "VARCHAR",
    indicator: type,
    required,
    ...more,
  };
}

/** A UTC time in microseconds. */
export function time(
  name: string,
  title: string,
  options: Options,
): KindColumn {
  return { name, title, type: "TIMESTAMP", ...options };
}

/** A count or size, never negative. */
export function count(
  name: string,
  title: string,
  { doc }: Pick<KindColumn, "doc">,
): KindColumn {
  return { name, title, doc, type: "BIGINT" };
}
