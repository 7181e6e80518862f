import { withClause } from "./common_tables.ts";
import { condition, join } from "./join_steps.ts";
import type { Step } from "./level.ts";
import {
  startArm,
  startFrom,
  startPivot,
  startShow,
  startTable,
  startValues,
} from "./start_steps.ts";

const comma: Step = (level) => {
  level.expectTable = level.inFrom;
};

const keep: Step = () => {};

/** NAME is a word of UNION BY NAME, or a table like any other. */
const byName: Step = (level) => {
  const token = level.peek(0);
  if (level.expectTable && token) level.table(token);
};

const end: Step = (level) => level.endFrom();

/** What each keyword does to the level that it stands in. */
export const steps: ReadonlyMap<string, Step> = new Map<string, Step>([
  ["from", startFrom],
  ["table", startTable],
  ["describe", startShow],
  ["desc", startShow],
  ["summarize", startTable],
  ["show", startShow],
  ["pivot", startPivot],
  ["pivot_wider", startPivot],
  ["unpivot", startPivot],
  ["pivot_longer", startPivot],
  ["values", startValues],
  ["union", startArm],
  ["except", startArm],
  ["intersect", startArm],
  [";", startArm],
  ["all", keep],
  ["distinct", keep],
  ["by", keep],
  ["name", byName],
  ["with", withClause],
  ["join", join],
  ["on", condition],
  ["using", condition],
  ["lateral", keep],
  [",", comma],
  ...[
    "select",
    "where",
    "group",
    "having",
    "window",
    "qualify",
    "order",
    "limit",
    "offset",
  ].map((word): [string, Step] => [word, end]),
]);
