/** A fenced block of a notebook: what the text says, not yet checked by its kind. */
export interface Cell {
  readonly type: "cell";
  /** Stable while the notebook is open; not part of the text. */
  readonly id: string;
  /** First word of the info string. */
  readonly kind: string;
  /** Second word of the info string; null where it is missing. */
  readonly name: string | null;
  /** `key=value` words of the info string, in order. */
  readonly options: Readonly<Record<string, string>>;
  readonly body: string;
  /** The block exactly as written, from the opening fence to the line end after the closing one. */
  readonly raw: string;
  /** One-based line of the opening fence. */
  readonly line: number;
}

/** Everything between two cells, exactly as written. */
export interface Prose {
  readonly type: "prose";
  readonly id: string;
  readonly raw: string;
  readonly line: number;
  /** Fenced blocks in it that may be meant as cells. */
  readonly problems: readonly Problem[];
}

export type Block = Cell | Prose;

/** A notebook file. Its text is `frontmatter` and the blocks' `raw`, joined without anything between them. */
export interface Notebook {
  readonly title: string;
  readonly tlp: string | null;
  /** Names of the datasets that its pivots look into; empty means all. */
  readonly datasets: readonly string[];
  /** The YAML header with its fences, exactly as written; empty if there is none. */
  readonly frontmatter: string;
  readonly blocks: readonly Block[];
  /** What is wrong with the file but does not keep it from being opened. */
  readonly problems: readonly Problem[];
}

/** Something that a writer should mend. */
export interface Problem {
  readonly code: string;
  readonly message: string;
  readonly line: number;
}
