import { join } from "node:path";
import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { keyMacros, readerFunctions, readerMacros } from "@pivotbook/data";
import { registerFunctions } from "../engine/register_functions.ts";
import { temporaryFolder } from "../store/mod.ts";

/** Where one import is worked on: a native engine of its own, and a folder. */
export interface Workshop {
  readonly connection: DuckDBConnection;
  readonly folder: string;
  /** Leaves nothing behind. */
  close(): Promise<void>;
}

/** Opens a workshop below `root`, with the macros that readers need. */
export async function openWorkshop(root: string): Promise<Workshop> {
  const temporary = await temporaryFolder(root);
  const folder = temporary.path;
  try {
    const instance = await DuckDBInstance.create(
      join(folder, "staging.duckdb"),
      {
        temp_directory: folder,
        autoinstall_known_extensions: "false",
        autoload_known_extensions: "false",
      },
    );
    const connection = await instance.connect();
    await connection.run("SET TimeZone = 'UTC'");
    registerFunctions(connection, readerFunctions);
    await connection.run(keyMacros + readerMacros);
    return {
      connection,
      folder,
      async close() {
        connection.closeSync();
        instance.closeSync();
        await temporary.remove();
      },
    };
  } catch (error) {
    await temporary.remove();
    throw error;
  }
}
