/** A message of the engine: what is wrong, and the piece of text that it points at, empty where it has none. */
export interface ErrorText {
  readonly headline: string;
  readonly excerpt: string;
}

/** Takes a message apart, whose further paragraphs show a line with a mark below it; some engines give them twice. */
export function errorText(message: string): ErrorText {
  const [headline = "", ...further] = message.split(/\n\s*\n/);
  const distinct = [...new Set(further.map((text) => text.trimEnd()))];
  const excerpt = distinct.filter((text) => text !== "").join("\n\n");
  return { headline: headline.trim(), excerpt };
}
