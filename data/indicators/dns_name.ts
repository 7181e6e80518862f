const SEPARATORS = /[.\u3002\uFF0E\uFF61]/;
const PLAIN = /^(?:[a-z0-9_-]{1,63}\.)*[a-z0-9_-]{1,63}$/;
/** Octets of a name as it is sent, lengths and root included (RFC 1035, 2.3.4). */
const LONGEST_NAME = 255;
const LONGEST_LABEL = 63;

/**
 * The normal form of any name of the DNS, as a record holds it: lower case,
 * A-labels (UTS 46), no trailing dot, the root as `.`. Presentation escapes
 * (RFC 1035, 5.1) are read; what is no letter, digit, `-` or `_` is written as
 * `\DDD`, so that no octet can be taken for a separator. A leading `*` stays,
 * and the slash of RFC 2317 below `arpa`. Null for an empty label, and for
 * what is too long to be a name. A text that matches
 * `^[a-z0-9_-]+(\.[a-z0-9_-]+)*$` in up to 253 characters is its own normal form.
 */
export function dnsName(text: string): string | null {
  const name = text.trim();
  if (name.length <= LONGEST_NAME - 2 && PLAIN.test(name)) return name;
  if (SEPARATORS.test(name) && name.length === 1) return ".";
  if (name === "" || name.length > 4 * LONGEST_NAME) return null;
  const labels = withoutRoot(split(name)).map(octetsOf);
  const sizes = labels.map(({ length }) => length);
  const fits = sizes.every((size) => size > 0 && size <= LONGEST_LABEL) &&
    sizes.reduce((sum, size) => sum + size + 1, 1) <= LONGEST_NAME;
  return fits ? written(labels) : null;
}

/** The labels of a name in normal form, leftmost first; none of the root. */
export function nameLabels(name: string): readonly string[] {
  return name === "." ? [] : name.split(".");
}

/** A label as it stands in a text: characters, escaped octets apart. */
type Label = readonly (string | number)[];

const TOKEN = /\\(\d{3})|\\(.)|([^])/gsu;

function split(name: string): Label[] {
  const labels: (string | number)[][] = [[]];
  for (const [, octet, escaped, character = "\\"] of name.matchAll(TOKEN)) {
    if (octet !== undefined && Number(octet) < 256) {
      labels.at(-1)?.push(Number(octet));
    } else if (octet !== undefined) labels.at(-1)?.push("\\", ...octet);
    else if (escaped !== undefined) {
      labels.at(-1)?.push(...new TextEncoder().encode(escaped));
    } else if (SEPARATORS.test(character)) labels.push([]);
    else labels.at(-1)?.push(character);
  }
  return labels;
}

function withoutRoot(labels: readonly Label[]): readonly Label[] {
  return labels.at(-1)?.length === 0 ? labels.slice(0, -1) : labels;
}

function octetsOf(label: Label): Uint8Array {
  const text = label.every((part) => typeof part === "string")
    ? toAscii(label.join(""))
    : null;
  const octets = text === null
    ? label.flatMap((part) =>
      typeof part === "number" ? [part] : [...new TextEncoder().encode(part)]
    )
    : [...new TextEncoder().encode(text)];
  return Uint8Array.from(octets, lowerCase);
}

const lowerCase = (octet: number): number =>
  octet >= 0x41 && octet <= 0x5a ? octet + 0x20 : octet;

/** An internationalised label as A-label (UTS 46, by the platform's URL parser), or null where it is none. */
function toAscii(label: string): string | null {
  if (!/[^\0-\x7F]/.test(label) || /[\s/?#@:\\[\]%<>^|]/.test(label)) {
    return null;
  }
  const url = `http://${label}.a/`;
  if (!URL.canParse(url)) return null;
  const [, ascii = null] = /^([a-z0-9_-]+)\.a$/.exec(new URL(url).hostname) ??
    [];
  return ascii;
}

function written(labels: readonly Uint8Array[]): string {
  const isReverse = String.fromCharCode(...labels.at(-1) ?? []) === "arpa";
  const plain = isReverse ? /[a-z0-9_/-]/ : /[a-z0-9_-]/;
  return labels.map((octets, place) => {
    const text = String.fromCharCode(...octets);
    if (place === 0 && text === "*" && labels.length > 1) return text;
    return text.replace(
      /[^]/g,
      (octet) =>
        plain.test(octet)
          ? octet
          : `\\${String(octet.charCodeAt(0)).padStart(3, "0")}`,
    );
  }).join(".");
}
