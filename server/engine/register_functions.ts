import {
  type DuckDBConnection,
  DuckDBScalarFunction,
  VARCHAR,
} from "@duckdb/node-api";

/** A function of two texts; null for what it cannot read. */
export type TextFunction = (text: string, more: string) => string | null;

/** So many results of a function are remembered: names repeat themselves. */
const REMEMBERED = 100_000;

/** Makes functions known to a connection's engine, under their names; a null among the arguments gives null. */
export function registerFunctions(
  connection: DuckDBConnection,
  functions: Readonly<Record<string, TextFunction>>,
): void {
  for (const [name, work] of Object.entries(functions)) {
    connection.registerScalarFunction(scalarFunction(name, remembering(work)));
  }
}

function scalarFunction(
  name: string,
  work: TextFunction,
): DuckDBScalarFunction {
  return DuckDBScalarFunction.create({
    name,
    parameterTypes: [VARCHAR, VARCHAR],
    returnType: VARCHAR,
    mainFunction(_, input, output) {
      const [texts, others] = [0, 1].map((at) => input.getColumnVector(at));
      for (let row = 0; row < input.rowCount; row++) {
        const [text, more] = [texts?.getItem(row), others?.getItem(row)];
        const known = typeof text === "string" && typeof more === "string";
        output.setItem(row, known ? work(text, more) : null);
      }
      output.flush();
    },
  });
}

function remembering(work: TextFunction): TextFunction {
  const known = new Map<string, string | null>();
  return (text, more) => {
    const key = `${more}\0${text}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const result = work(text, more);
    if (known.size >= REMEMBERED) known.clear();
    known.set(key, result);
    return result;
  };
}
