import { InputError } from "@pivotbook/data";
import type { Token } from "./token.ts";

/** What stands between two brackets. */
export interface Group {
  readonly type: "group";
  readonly open: "(" | "[" | "{";
  readonly nodes: readonly Node[];
}

/** Tokens nested by their brackets. */
export type Node = Token | Group;

/** Deeper than any query that a person writes, and far from the end of the stack. */
const DEEPEST = 500;

/** Nests tokens by brackets; one that does not match is left to the engine's grammar check. Throws an `InputError` for brackets nested beyond reason. */
export function nest(tokens: readonly Token[]): Node[] {
  const root: Node[] = [];
  const stack: Node[][] = [root];
  for (const token of tokens) {
    const top = stack.at(-1) ?? root;
    if (token.type === "open") {
      const nodes: Node[] = [];
      top.push({ type: "group", open: token.value as Group["open"], nodes });
      stack.push(nodes);
      if (stack.length > DEEPEST) throw tooDeep();
    } else if (token.type === "close") {
      if (stack.length > 1) stack.pop();
    } else top.push(token);
  }
  return root;
}

/** The node as a token, or undefined where it is a group or missing. */
export function asToken(node: Node | undefined): Token | undefined {
  return node && node.type !== "group" ? node : undefined;
}

function tooDeep(): InputError {
  return new InputError("The SQL nests brackets too deeply", {
    code: "sql-too-deep",
    remedy: "Write parts of it as cells of their own",
  });
}
