/** A module that throws, in hexadecimal: valid only where WebAssembly has exceptions. */
const EXCEPTIONS_MODULE =
  "0061736d01000000010401600000030201000a080106000640190b0b";

/** Whether WebAssembly has exceptions here, as DuckDB's `eh` bundle needs them. */
export function supportsExceptions(): boolean {
  const bytes =
    EXCEPTIONS_MODULE.match(/../g)?.map((pair) => parseInt(pair, 16)) ?? [];
  return WebAssembly.validate(new Uint8Array(bytes));
}
