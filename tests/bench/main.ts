import { benchExtract } from "./extract.ts";
import { benchLookup } from "./lookup.ts";
import { benchPage } from "./page.ts";

const benches: Readonly<Record<string, (args: string[]) => Promise<void>>> = {
  extract: benchExtract,
  lookup: benchLookup,
  page: benchPage,
};

const [name = "lookup", ...rest] = Deno.args;
const bench = benches[name];
if (!bench) {
  throw new Error(
    `No benchmark is named "${name}": use ${Object.keys(benches).join(", ")}`,
  );
}
await bench(rest);
