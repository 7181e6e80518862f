import { css, type CSSResult, html } from "lit";

const KEYWORDS = new Set(
  "select from where group by having order limit offset join left right full inner outer cross on using as and or not in is null case when then else end with recursive union all except intersect distinct values qualify window over partition asc desc nulls first last between like ilike exists any filter lateral unnest pivot unpivot summarize describe interval date timestamp true false"
    .split(" "),
);

const TOKEN =
  /(--[^\n]*|\/\*[\s\S]*?\*\/)|('(?:[^']|'')*')|("(?:[^"]|"")*")|(\b\d+(?:\.\d+)?\b)|([A-Za-z_][A-Za-z0-9_]*)/g;

/** SQL for reading: keywords, functions, texts and comments told apart. */
export function sqlView(code: string): unknown {
  const parts: unknown[] = [];
  let place = 0;
  for (const match of code.matchAll(TOKEN)) {
    const next = code.slice(match.index + match[0].length).trimStart()[0];
    parts.push(code.slice(place, match.index), part(match, next ?? ""));
    place = match.index + match[0].length;
  }
  return html`<pre tabindex="0">${parts}${code.slice(place)}</pre>`;
}

function part(match: RegExpMatchArray, next: string): unknown {
  const [text, comment, string, , number, word] = match;
  if (comment) return html`<span class="c">${text}</span>`;
  if (string || number) return html`<span class="s">${text}</span>`;
  if (word && KEYWORDS.has(word.toLowerCase())) {
    return html`<span class="k">${text}</span>`;
  }
  return word && next === "(" ? html`<span class="f">${text}</span>` : text;
}

/** Look of `sqlView`. */
export const codeStyles: CSSResult = css`
  pre {
    margin: 0;
    padding: var(--s3) var(--s4);
    font: 12.5px/20px var(--mono);
    font-variant-ligatures: none;
    overflow-x: auto;
    tab-size: 2;
  }
  .k {
    color: var(--accent);
  }
  .f {
    color: var(--heat-4);
  }
  .s {
    color: var(--change);
  }
  .c {
    color: var(--faint);
  }
`;
