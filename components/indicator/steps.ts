import {
  type DatasetKind,
  datasetKinds,
  type Indicator,
  type KindStep,
} from "@pivotbook/data";

/** A step of a dataset kind from an indicator. */
export interface IndicatorStep {
  readonly kind: DatasetKind;
  readonly step: KindStep;
  /** The indicator from which it leads. */
  readonly indicator: Indicator;
}

/** The steps that the dataset kinds know from an indicator, in the order of the kinds. */
export function stepsOf(indicator: Indicator): readonly IndicatorStep[] {
  if (indicator.value.startsWith("*.")) return [];
  return datasetKinds.flatMap((kind) =>
    (kind.steps ?? [])
      .filter(({ from }) => from.includes(indicator.type))
      .map((step) => ({ kind, step, indicator }))
  );
}
