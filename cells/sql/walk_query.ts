import { checkTableFunction, refuseFile } from "./table_functions.ts";
import { isToken, type Token } from "./token.ts";
import { asToken, type Group, type Node } from "./tree.ts";

/** A table that a query reads. */
export interface TableReference {
  readonly catalog: string | null;
  readonly schema: string | null;
  readonly table: string;
  /** Offset of its first name in the SQL. */
  readonly start: number;
}

/** What one walk over a query collects, and how it finds lines. */
export interface Walk {
  readonly found: TableReference[];
  readonly lineAt: (offset: number) => number;
}

/** What the nodes of a level are: a query, an expression, or table references. */
export type LevelType = "query" | "expression" | "tables";

/** Names of common table expressions in scope, in lower case. */
export type Scope = ReadonlySet<string>;

const QUERY_STARTS = [
  "select",
  "from",
  "with",
  "values",
  "table",
  "pivot",
  "pivot_wider",
  "unpivot",
  "pivot_longer",
  "describe",
  "desc",
  "summarize",
  "show",
];

/** Walks over the nodes between two brackets, or over a whole text. */
export function walkLevel(
  nodes: readonly Node[],
  options: { type: LevelType; scope: Scope; walk: Walk },
): void {
  const level = new Level(nodes, options);
  level.run();
}

type Step = (level: Level) => void;

/** The place in one level and what may stand there. */
class Level {
  readonly nodes: readonly Node[];
  readonly walk: Walk;
  scope: Scope;
  index = 0;
  isQuery: boolean;
  /** At the start of a query or of an arm of a set operation. */
  atStart: boolean;
  inFrom: boolean;
  expectTable: boolean;
  /** Within a PIVOT or UNPIVOT statement, whose ON ends the tables. */
  inPivot = false;
  joinsWithoutCondition = 0;

  constructor(
    nodes: readonly Node[],
    { type, scope, walk }: { type: LevelType; scope: Scope; walk: Walk },
  ) {
    this.nodes = nodes;
    this.scope = scope;
    this.walk = walk;
    this.isQuery = type === "query";
    this.atStart = this.isQuery;
    this.inFrom = type === "tables";
    this.expectTable = this.inFrom;
  }

  run(): void {
    while (this.index < this.nodes.length) {
      const node = this.nodes[this.index];
      if (node?.type === "group") this.group(node);
      else if (node) this.token(node);
    }
  }

  peek(offset: number): Token | undefined {
    return asToken(this.nodes[this.index + offset]);
  }

  groupAt(offset: number): Group | undefined {
    const node = this.nodes[this.index + offset];
    return node?.type === "group" ? node : undefined;
  }

  group(group: Group): void {
    const query = isQueryGroup(group) && !isToken(this.peek(-1), "trim");
    const other = this.expectTable ? "tables" : "expression";
    this.nested(group, query ? "query" : other);
    this.expectTable = false;
    this.atStart = false;
    this.index += 1;
  }

  nested(group: Group, type: LevelType): void {
    const { scope, walk } = this;
    walkLevel(group.nodes, { type, scope, walk });
  }

  token(token: Token): void {
    const step = this.isKeyword(token) ? steps.get(token.value) : undefined;
    if (step) step(this);
    else if (this.expectTable) this.table(token);
    else this.atStart = false;
    this.index += 1;
  }

  /** Behind a dot or AS any word is a name. */
  isKeyword(token: Token): boolean {
    if (token.type === "operator") return true;
    return token.type === "word" && !isToken(this.peek(-1), ".", "as");
  }

  table(token: Token): void {
    if (isToken(this.peek(1), ":")) {
      this.index += 1;
      return;
    }
    this.expectTable = false;
    this.atStart = false;
    const line = this.walk.lineAt(token.start);
    if (token.type === "string") refuseFile(token.value, line);
    if (token.type !== "word" && token.type !== "quoted") return;
    this.named(token, line);
  }

  named(first: Token, line: number): void {
    const names = this.qualifiedName(first);
    const call = this.groupAt(1);
    if (call?.open === "(") {
      checkTableFunction(names.at(-1) ?? "", line);
      return;
    }
    const [table = "", schema = null, catalog = null] = names.toReversed();
    if (schema === null && this.scope.has(table.toLowerCase())) return;
    this.walk.found.push({ catalog, schema, table, start: first.start });
  }

  /** Reads `a.b.c` and stands on its last name afterwards. Names keep the case of a quoted one. */
  qualifiedName(first: Token): string[] {
    const names = [first.value];
    while (isToken(this.peek(1), ".")) {
      const next = this.peek(2);
      if (!next) break;
      names.push(next.value);
      this.index += 2;
    }
    return names;
  }

  endFrom(): void {
    this.inFrom = false;
    this.expectTable = false;
    this.atStart = false;
  }
}

function isQueryGroup({ open, nodes }: Group): boolean {
  const argument = isToken(asToken(nodes[1]), ":=", "=>");
  return open === "(" && !argument &&
    isToken(asToken(nodes[0]), ...QUERY_STARTS);
}

const startFrom: Step = (level) => {
  if (!level.isQuery || isDistinctFrom(level)) return;
  level.inFrom = true;
  level.expectTable = true;
  level.atStart = false;
};

/** `a IS [NOT] DISTINCT FROM b`. */
function isDistinctFrom(level: Level): boolean {
  if (!isToken(level.peek(-1), "distinct")) return false;
  const not = isToken(level.peek(-2), "not");
  return isToken(level.peek(not ? -3 : -2), "is");
}

/** TABLE, DESCRIBE and the like: a table follows, or for some a query. */
const startTable: Step = (level) => {
  level.expectTable ||= level.atStart;
};

const startShow: Step = (level) => {
  const list = isToken(level.peek(1), "tables", "all", "databases", "schemas");
  if (!list) startTable(level);
};

const startPivot: Step = (level) => {
  if (!level.atStart) return;
  level.inFrom = true;
  level.expectTable = true;
  level.inPivot = true;
  level.joinsWithoutCondition = 0;
  level.atStart = false;
};

const startValues: Step = (level) => {
  const token = level.peek(0);
  if (level.expectTable && token && !level.groupAt(1)) level.table(token);
  level.expectTable = false;
  level.atStart = false;
};

const startArm: Step = (level) => {
  level.endFrom();
  level.isQuery = true;
  level.atStart = true;
  level.inPivot = false;
};

const join: Step = (level) => {
  if (!level.inFrom) return;
  level.expectTable = true;
  const before = [-1, -2, -3].map((offset) => level.peek(offset));
  const free = before.some((token) =>
    isToken(token, "cross", "natural", "positional")
  );
  level.joinsWithoutCondition += free ? 0 : 1;
};

const condition: Step = (level) => {
  const joined = level.joinsWithoutCondition > 0;
  const sample = isToken(level.peek(0), "using") && !level.groupAt(1);
  if (joined && !sample) level.joinsWithoutCondition -= 1;
  else if (level.inPivot || sample) level.endFrom();
};

const comma: Step = (level) => {
  level.expectTable = level.inFrom;
};

const keep: Step = () => {};

/** Reads common table expressions; each sees the ones before it, and itself where it is recursive. */
const withClause: Step = (level) => {
  if (!level.atStart) return;
  const recursive = isToken(level.peek(1), "recursive");
  if (recursive) level.index += 1;
  do level.index += 1; while (commonTable(level, recursive));
  level.index -= 1;
  level.atStart = true;
};

/** Reads one; true where a comma and so another one follows. */
function commonTable(level: Level, recursive: boolean): boolean {
  const name = level.peek(0)?.value.toLowerCase() ?? "";
  level.index += 1;
  while (level.index < level.nodes.length && !isToken(level.peek(0), "as")) {
    level.index += 1;
  }
  while (level.index < level.nodes.length && !level.groupAt(0)) {
    level.index += 1;
  }
  const body = level.groupAt(0);
  const wider = new Set([...level.scope, name]);
  if (body) {
    const { walk } = level;
    const scope = recursive && isUnion(body) ? wider : level.scope;
    walkLevel(body.nodes, { type: "query", scope, walk });
  }
  level.scope = wider;
  level.index += 1;
  return isToken(level.peek(0), ",");
}

function isUnion({ nodes }: Group): boolean {
  return nodes.some((node) => isToken(asToken(node), "union"));
}

const end: Step = (level) => level.endFrom();

const steps: ReadonlyMap<string, Step> = new Map<string, Step>([
  ["from", startFrom],
  ["table", startTable],
  ["describe", startTable],
  ["desc", startTable],
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
  ["all", keep],
  ["distinct", keep],
  ["by", keep],
  ["name", (level) => {
    const token = level.peek(0);
    if (level.expectTable && token) level.table(token);
  }],
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
    ";",
  ].map((word): [string, Step] => [word, end]),
]);
