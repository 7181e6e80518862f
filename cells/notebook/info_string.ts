/** What stands behind the opening fence of a cell: `sql spikes disabled limit=10`. */
export interface InfoString {
  readonly kind: string;
  readonly name: string | null;
  readonly options: Readonly<Record<string, string>>;
}

const WORD = /(?:[^\s"=]+=)?"(?:[^"\\]|\\.)*"|\S+/g;

/** Reads an info string; words that are no `key=value` are options without a value. */
export function readInfo(info: string): InfoString {
  const [kind = "", ...words] = info.match(WORD) ?? [];
  const named = words.length > 0 && !(words[0] ?? "").includes("=");
  const options = words.slice(named ? 1 : 0).map(readOption);
  return {
    kind,
    name: named ? words[0] ?? null : null,
    options: Object.fromEntries(options),
  };
}

/** The first word of an info string. */
export function firstWord(info: string): string {
  return /^\S*/.exec(info)?.[0] ?? "";
}

function readOption(word: string): [string, string] {
  const equals = word.indexOf("=");
  if (equals < 0) return [word, ""];
  return [word.slice(0, equals), unquote(word.slice(equals + 1))];
}

function unquote(value: string): string {
  if (!/^".*"$/s.test(value) || value.length < 2) return value;
  return value.slice(1, -1).replace(
    /\\(.)/g,
    (_, character: string) => character === "n" ? "\n" : character,
  );
}

/** Writes an info string that `readInfo` reads back. */
export function writeInfo({ kind, name, options }: InfoString): string {
  const words = Object.entries(options).map(([key, value]) =>
    value === "" ? bare(key, name) : `${key}=${quote(value)}`
  );
  return [kind, ...(name === null ? [] : [name]), ...words].join(" ");
}

/** A word without value directly behind the kind would be read as the name. */
function bare(key: string, name: string | null): string {
  return name === null ? `${key}=` : key;
}

function quote(value: string): string {
  if (value !== "" && !/[\s"`\\]/.test(value)) return value;
  const escaped = value.replace(/["\\]/g, (character) => `\\${character}`);
  return `"${escaped.replace(/\r\n|\r|\n/g, "\\n")}"`;
}
