/**
 * Begins to fetch and compile the WebAssembly that the worker's address names,
 * and gives it to DuckDB when it asks. DuckDB's own way of loading waits for
 * its scripts, and counts the bytes, which costs the browser's cache of
 * compiled code.
 */
const address = new URLSearchParams(location.search).get("wasm");

if (address !== null) {
  const compiled = WebAssembly.compileStreaming(fetch(address));
  compiled.catch(() => {});
  const fetchOther = globalThis.fetch;
  const instantiateOther = WebAssembly.instantiateStreaming;

  globalThis.fetch = (input, init) => {
    const url = input instanceof Request ? input.url : String(input);
    return url === address
      ? Promise.resolve(new Response(null))
      : fetchOther(input, init);
  };
  WebAssembly.instantiateStreaming = async (_source, imports) => {
    const module = await compiled;
    const instance = await WebAssembly.instantiate(module, imports);
    WebAssembly.instantiateStreaming = instantiateOther;
    globalThis.fetch = fetchOther;
    return { instance, module };
  };
}
