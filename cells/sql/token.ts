/** The kinds of tokens that the resolver tells apart. White space and comments are no tokens. */
export type TokenType =
  | "word"
  | "quoted"
  | "string"
  | "number"
  | "parameter"
  | "operator"
  | "open"
  | "close";

/** One token of an SQL text. */
export interface Token {
  readonly type: TokenType;
  /** A word in lower case, a quoted name or string without quotes, else the text itself. */
  readonly value: string;
  /** Offsets into the text. */
  readonly start: number;
  readonly stop: number;
}

/** Whether a token is that keyword or operator. */
export function isToken(
  token: Token | undefined,
  ...values: readonly string[]
): boolean {
  if (!token || token.type === "quoted" || token.type === "string") {
    return false;
  }
  return values.includes(token.value);
}
