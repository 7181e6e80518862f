import { type Indicator, indicatorKey } from "@pivotbook/data";
import type { SelectedRow } from "../events.ts";
import { cellIndicator } from "../grid/cell_indicator.ts";
import type { GridColumn } from "../grid/source.ts";
import { wider } from "../indicator/offers.ts";
import { type IndicatorStep, stepsOf } from "../indicator/steps.ts";

/** What an indicator of a row leads to. */
export interface OfferGroup {
  /** Tells groups of a row apart. */
  readonly key: string;
  readonly indicator: Indicator;
  /** The column in which it stands. */
  readonly column: GridColumn;
  readonly offers: readonly RowOffer[];
}

/** A pivot that a row offers. */
export interface RowOffer {
  readonly label: string;
  readonly indicator: Indicator;
  /** What is counted; null for the rows of the indicator. */
  readonly step: IndicatorStep | null;
  /** Names of the kinds that its pivot looks at; null for all. */
  readonly kinds: readonly string[] | null;
}

/** A group for every indicator of the row, each once; those that the cell itself is about come last. */
export function rowOffers(
  { row, columns }: Pick<SelectedRow, "row" | "columns">,
  seeds: readonly Indicator[] = [],
): readonly OfferGroup[] {
  const groups = new Map<string, OfferGroup>();
  for (const column of columns) {
    const indicator = cellIndicator(row, column);
    if (indicator === null) continue;
    const key = indicatorKey(indicator);
    if (groups.has(key)) continue;
    groups.set(key, { key, indicator, column, offers: offersOf(indicator) });
  }
  const known = new Set(seeds.map(indicatorKey));
  return [...groups.values()].toSorted((a, b) =>
    Number(known.has(a.key)) - Number(known.has(b.key))
  );
}

/** The indicator itself, then what is near it, then what it shares with others. */
function offersOf(indicator: Indicator): readonly RowOffer[] {
  const steps = stepsOf(indicator);
  const near = steps.filter(({ kind }) => kind.name === "resolutions");
  return [
    { label: EVERYTHING, indicator, step: null, kinds: null },
    ...near.map(offerOf),
    ...wider(indicator).map(({ label, indicator, step = null }) => ({
      label,
      indicator,
      step,
      kinds: null,
    })),
    ...steps.filter((step) => !near.includes(step)).map(offerOf),
  ];
}

const EVERYTHING = "Everything known of it";

/** What is shared is looked up everywhere, what is found directly where it was found. */
function offerOf(step: IndicatorStep): RowOffer {
  const { kind, step: { title, through, kinds = [kind.name] } } = step;
  return {
    label: title,
    indicator: step.indicator,
    step,
    kinds: through ? null : kinds,
  };
}
