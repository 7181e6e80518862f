const plugin: Deno.lint.Plugin = { name: "layers", rules: {} };
export default plugin;
