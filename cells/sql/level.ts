import {
  checkSystemTable,
  checkTableFunction,
  refuseFile,
} from "./table_functions.ts";
import type { TableReference } from "./table_reference.ts";
import { isToken, type Token } from "./token.ts";
import { asToken, type Group, type Node } from "./tree.ts";

/** What one walk over a query collects, and how it finds lines. */
export interface Walk {
  readonly found: TableReference[];
  readonly lineAt: (offset: number) => number;
  /** What each keyword does. */
  readonly steps: ReadonlyMap<string, Step>;
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

/** What a keyword does to the level that it stands in. */
export type Step = (level: Level) => void;

/** How a level is walked. */
export interface LevelOptions {
  readonly type: LevelType;
  readonly scope: Scope;
  readonly walk: Walk;
}

/** The place in one level and what may stand there. */
export class Level {
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
    { type, scope, walk }: LevelOptions,
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
    new Level(group.nodes, { type, scope, walk }).run();
  }

  token(token: Token): void {
    const step = this.isKeyword(token)
      ? this.walk.steps.get(token.value)
      : undefined;
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
    checkSystemTable({ schema, table }, line);
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
