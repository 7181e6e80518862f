import { InputError } from "@pivotbook/data";
import { LineCounter, parseDocument } from "yaml";
import type { PlotMark, PlotSpec } from "../kinds/output.ts";
import { MARKS, MARKS_WITHOUT_DATA } from "./marks.ts";

/** Most characters: the parser compares each key with each. */
const LONGEST = 32_768;

type Fields = Readonly<Record<string, unknown>>;

/**
 * Reads the YAML of a plot: `data` is what marks draw unless they say
 * otherwise, `marks` a list of names or of `name: options`, the rest options
 * of the plot. A list instead of options, as in `ruleY: [0]`, becomes the
 * option `values` of a mark without data.
 */
export function readPlot(body: string): PlotSpec {
  const { data = "", marks = [], ...options } = readFields(body);
  if (typeof data !== "string") throw badPlot("data is not a name");
  if (!Array.isArray(marks) || marks.length === 0) {
    throw badPlot("marks is not a list of marks");
  }
  return { options, marks: marks.map((mark) => readMark(mark, data)) };
}

function readFields(body: string): Fields {
  if (body.length > LONGEST) {
    throw badPlot(`The plot is longer than ${LONGEST} characters`);
  }
  const lineCounter = new LineCounter();
  const document = parseDocument(body, { lineCounter });
  const [error] = document.errors;
  if (error) {
    const [message = ""] = error.message.split("\n");
    throw badPlot(message, error.linePos?.[0].line);
  }
  const fields = valueOf(document);
  if (!isFields(fields)) throw badPlot("The plot is not a list of fields");
  checkHarmless(fields);
  return fields;
}

/** What would change the page around the plot. */
const REFUSED: ReadonlySet<string> = new Set(["style", "className"]);

/** Refuses styles and addresses of other resources, wherever they stand: a plot says what is drawn, not how the page looks or what it fetches. */
function checkHarmless(value: unknown): void {
  if (typeof value === "string" && /url\s*\(/i.test(value)) {
    throw badPlot("A plot does not use url()");
  }
  if (typeof value !== "object" || value === null) return;
  for (const [name, inner] of Object.entries(value)) {
    if (REFUSED.has(name)) throw badPlot(`A plot does not take ${name}`);
    checkHarmless(inner);
  }
}

/** The document's value; an alias without an anchor, or too many of them, is an error of the text. */
function valueOf(document: ReturnType<typeof parseDocument>): unknown {
  try {
    return document.toJS();
  } catch (cause) {
    throw badPlot(cause instanceof Error ? cause.message : "cannot be read");
  }
}

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function readMark(mark: unknown, data: string): PlotMark {
  const entries = typeof mark === "string"
    ? [[mark, {}] as const]
    : Object.entries(isFields(mark) ? mark : {});
  const [entry, ...more] = entries;
  if (!entry || more.length > 0) {
    throw badPlot("A mark is a name, or one name with its options");
  }
  const [name, options] = entry;
  if (!MARKS.has(name)) {
    throw badPlot(`Observable Plot has no mark "${name}"`);
  }
  return withData(name, { options: options ?? {}, data });
}

function withData(
  mark: string,
  { options, data }: { options: unknown; data: string },
): PlotMark {
  if (Array.isArray(options)) {
    return { mark, data: "", options: { values: options } };
  }
  if (!isFields(options)) throw badPlot(`The options of ${mark} are no fields`);
  const { data: own, ...rest } = options;
  const source = own ?? (MARKS_WITHOUT_DATA.has(mark) ? "" : data);
  if (typeof source !== "string") {
    throw badPlot(`The data of ${mark} is not a name`);
  }
  if (source === "" && !MARKS_WITHOUT_DATA.has(mark)) {
    throw badPlot(`Nothing says what ${mark} draws`);
  }
  return { mark, data: source, options: rest };
}

function badPlot(message: string, line?: number): InputError {
  return new InputError(message, {
    code: "bad-plot",
    remedy:
      "Write data: a cell's name, and marks: a list as - barY: {x: week, y: names}",
    where: line === undefined ? {} : { line },
  });
}
