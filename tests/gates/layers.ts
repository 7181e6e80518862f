/** Which room may import which; `tests` may import all, `notebooks` import nothing. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  data: ["data"],
  cells: ["cells", "data"],
  components: ["components", "cells", "data"],
  server: ["server", "cells", "data"],
};

/** The one place where the page takes types from the server: the typed client. */
const TYPE_EXCEPTION = { file: /(^|\/)components\/api\.ts$/, room: "server" };

/** What pure rooms must not know, beside the DOM, which their compiler options leave out: the platform enters through interfaces. */
const IMPURE = ["Deno", "localStorage", "performance"];
const PURE_ROOMS = ["data", "cells"];

/** The room of a file, or null for one outside all rooms. */
function roomOf(path: string): string | null {
  const folders = path.replaceAll("\\", "/").split("/").slice(0, -1);
  if (folders.includes("tests")) return null;
  return folders.findLast((folder) => folder in ALLOWED) ?? null;
}

/** The room that a specifier leads to, or null for a package. */
function targetOf(
  specifier: string,
  file: string,
): { room: string; isDoor: boolean } | null {
  const [, named] = /^@pivotbook\/(\w+)$/.exec(specifier) ?? [];
  if (named !== undefined) return { room: named, isDoor: true };
  if (!specifier.startsWith(".")) return null;
  const folder = file.replaceAll("\\", "/").split("/").slice(0, -1);
  const path = specifier.split("/").reduce(
    (parts, part) =>
      part === ".."
        ? parts.slice(0, -1)
        : part === "."
        ? parts
        : [...parts, part],
    folder,
  );
  const room = roomOf(path.join("/"));
  return room === null ? null : { room, isDoor: false };
}

interface Found {
  readonly file: string;
  readonly specifier: string;
  readonly typeOnly: boolean;
}

/** What is wrong with an import, or null. */
function objection({ file, specifier, typeOnly }: Found): string | null {
  const room = roomOf(file);
  const target = targetOf(specifier, file);
  if (room === null || target === null) return null;
  const excepted = typeOnly && TYPE_EXCEPTION.file.test(file) &&
    target.room === TYPE_EXCEPTION.room;
  const allowed = ALLOWED[room] ?? [];
  if (!allowed.includes(target.room) && !excepted) {
    return `${room}/ imports ${target.room}/: it may import only ${
      allowed.join(", ")
    }`;
  }
  if (target.room !== room && !target.isDoor && !excepted) {
    return `${room}/ imports a file of ${target.room}/: use its door, @pivotbook/${target.room}`;
  }
  return null;
}

function report(
  context: Deno.lint.RuleContext,
  node: Deno.lint.Node,
  found: Omit<Found, "file">,
): void {
  const message = objection({ ...found, file: context.filename });
  if (message !== null) context.report({ node, message });
}

const imports: Deno.lint.Rule = {
  create(context) {
    const visit = (
      node:
        | Deno.lint.ImportDeclaration
        | Deno.lint.ExportNamedDeclaration
        | Deno.lint.ExportAllDeclaration,
    ): void => {
      if (!node.source) return;
      const kind = "importKind" in node ? node.importKind : node.exportKind;
      report(context, node, {
        specifier: String(node.source.value),
        typeOnly: kind === "type",
      });
    };
    return {
      ImportDeclaration: visit,
      ExportNamedDeclaration: visit,
      ExportAllDeclaration: visit,
      ImportExpression(node) {
        if (node.source.type !== "Literal") return;
        report(context, node, {
          specifier: String(node.source.value),
          typeOnly: false,
        });
      },
    };
  },
};

const purity: Deno.lint.Rule = {
  create(context) {
    if (!PURE_ROOMS.includes(roomOf(context.filename) ?? "")) return {};
    return {
      MemberExpression(node) {
        const { object } = node;
        if (object.type !== "Identifier" || !IMPURE.includes(object.name)) {
          return;
        }
        context.report({
          node,
          message:
            `This room knows no ${object.name}: take it through an interface`,
        });
      },
      CallExpression(node) {
        const { callee } = node;
        if (callee.type !== "Identifier" || callee.name !== "fetch") return;
        context.report({
          node,
          message: "This room fetches nothing: take it through an interface",
        });
      },
    };
  },
};

/** Keeps imports flowing one way, and `data/` and `cells/` free of the platform. */
const plugin: Deno.lint.Plugin = { name: "layers", rules: { imports, purity } };
export default plugin;
