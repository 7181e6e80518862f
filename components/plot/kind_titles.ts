import type { PlotMark, PlotSpec } from "@pivotbook/cells";
import { datasetKinds } from "@pivotbook/data";

/** The column of a timeline that names dataset kinds. */
export const KIND = "kind";

const titles = new Map(datasetKinds.map(({ name, title }) => [name, title]));

/** A dataset kind as its tab names it; what is none stays as it is. */
export function kindTitle(value: unknown): unknown {
  return typeof value === "string" ? titles.get(value) ?? value : value;
}

/** By scale: the options of marks that it draws. */
const scales: Readonly<Record<string, readonly string[]>> = {
  color: ["fill", "stroke"],
  symbol: ["symbol"],
  x: ["x"],
  y: ["y"],
  fx: ["fx"],
  fy: ["fy"],
};

/** Options of a plot whose scales over dataset kinds have titles in legends and at axes. */
export function titledScales(
  { options, marks }: PlotSpec,
): Record<string, unknown> {
  const titled = Object.entries(scales)
    .filter(([, channels]) => marks.some((mark) => draws(mark, channels)))
    .map(([scale]) => [scale, {
      tickFormat: kindTitle,
      ...options[scale] as object | undefined,
    }]);
  return { ...options, ...Object.fromEntries(titled) };
}

function draws({ options }: PlotMark, channels: readonly string[]): boolean {
  return channels.some((channel) => options[channel] === KIND);
}
