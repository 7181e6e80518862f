import type { DuckDBConnection } from "@duckdb/node-api";
import { InputError, literal } from "@pivotbook/data";
import { unpacksTooLarge } from "./limits.ts";
import type { SourceFile } from "./source_file.ts";

/** Throws an `InputError` for a Parquet file that says that it holds more than `limit` bytes. */
export async function checkParquetSize(
  source: SourceFile,
  { connection, limit }: { connection: DuckDBConnection; limit: number },
): Promise<void> {
  // A column of one value that is repeated takes no bytes, but each of its rows does.
  const size = await connection.runAndReadAll(
    `SELECT sum(greatest(total_uncompressed_size, num_values)) FROM parquet_metadata(${
      literal(source.content)
    })`,
  );
  const bytes = Number(size.getRowsJson()[0]?.[0] ?? 0);
  if (bytes > limit) throw unpacksTooLarge(source.path, limit);
}

/** An error for a Parquet file that breaks off or is damaged. */
export function damagedParquet(path: string, cause: unknown): InputError {
  return new InputError(`${path} is a damaged Parquet file`, {
    code: "damaged-parquet",
    where: { path },
    remedy: "Write or download it again; nothing was imported",
    cause,
  });
}
