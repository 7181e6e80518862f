import { kindNamed, rowsOf, type Table } from "@pivotbook/data";

/** What happens on a day of a lane; `active` holds until the next step. Days are counted from 1970-01-01. */
export interface LaneStep {
  readonly day: number;
  readonly active: number;
  readonly appeared: number;
  readonly disappeared: number;
  readonly changed: number;
}

/** The activity of one dataset kind. */
export interface Lane {
  readonly kind: string;
  readonly title: string;
  /** `span`: shaded by how much holds; `point`: marks; `state`: a band with its changes. */
  readonly shape: "span" | "point" | "state";
  /** In order of days. */
  readonly steps: readonly LaneStep[];
}

const DAY = 86_400_000_000n;

/** Reads the rows of a pivot's `timeline` as lanes, in the order in which they come. */
export function lanesOf(timeline: Table): readonly Lane[] {
  const lanes = new Map<string, LaneStep[]>();
  for (const row of rowsOf(timeline)) {
    const kind = String(row["kind"]);
    const steps = lanes.get(kind) ?? [];
    lanes.set(kind, steps);
    steps.push({
      day: Number((row["day"] as bigint) / DAY),
      active: Number(row["active"]),
      appeared: Number(row["appeared"]),
      disappeared: Number(row["disappeared"]),
      changed: Number(row["changed"]),
    });
  }
  return [...lanes].map(([kind, steps]) => ({
    kind,
    title: kindNamed(kind).title,
    shape: kindNamed(kind).times?.shape ?? "span",
    steps,
  }));
}

/** First day of any lane and the day after the last, with a little air; null without lanes. */
export function extentOf(
  lanes: readonly Lane[],
): { start: number; stop: number } | null {
  const days = lanes.flatMap(({ steps }) => [
    steps[0]?.day ?? Infinity,
    steps.at(-1)?.day ?? -Infinity,
  ]);
  const start = Math.min(...days);
  const stop = Math.max(...days) + 1;
  if (!Number.isFinite(start)) return null;
  const air = Math.max(7, Math.round((stop - start) * 0.04));
  return { start: start - air, stop: stop + air };
}

/** The most that holds at a time in any lane that is shaded by it. */
export function mostActive(lanes: readonly Lane[]): number {
  let most = 0;
  for (const { shape, steps } of lanes) {
    if (shape !== "span") continue;
    for (const { active } of steps) most = Math.max(most, active);
  }
  return most;
}

/** Names and registrations first, then other spans, then moments. */
export function inOrder(lanes: readonly Lane[]): readonly Lane[] {
  const first = ["resolutions", "whois"];
  const place = ({ kind, shape }: Lane) =>
    first.includes(kind) ? first.indexOf(kind) : shape === "point" ? 3 : 2;
  return [...lanes].sort((a, b) => place(a) - place(b));
}
