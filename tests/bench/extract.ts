import { extractIndicators } from "@pivotbook/data";
import { extractIOC, type IOCKey } from "ioc-extractor";
import { extractCorpus, type Score, scores } from "../fakes/extract_corpus.ts";

type Pair = readonly [type: string, value: string];

/** The names of ioc-extractor's lists, as types of ours; what we have no type for stays out. */
const TYPES: Partial<Record<IOCKey, string>> = {
  asns: "asn",
  cves: "cve",
  domains: "domain",
  emails: "email",
  gaPubIDs: "tracker",
  gaTrackIDs: "tracker",
  ipv4s: "ipv4",
  ipv6s: "ipv6",
  md5s: "md5",
  sha1s: "sha1",
  sha256s: "sha256",
  sha512s: "sha512",
  ssdeeps: "ssdeep",
  urls: "url",
};

const ours = (text: string): Pair[] =>
  extractIndicators(text).map(({ type, value }) => [type, value]);

/** What ioc-extractor finds, each value brought to our normal form where it has one, so that spelling costs it nothing. */
function theirs(text: string): Pair[] {
  const found = extractIOC(text, { punycode: true, refang: true });
  return (Object.keys(TYPES) as IOCKey[]).flatMap((key) =>
    found[key].map((value): Pair => {
      const type = TYPES[key] ?? "";
      const [own] = extractIndicators(value);
      return own?.type === type ? [type, own.value] : [type, value];
    })
  );
}

/** Texts of ten megabytes that make careless patterns slow. */
const hostile: Readonly<Record<string, string>> = {
  "[.][.][.]": "[.]",
  "a@a@a@": "a@",
  "::::": ":",
  "((((": "(",
  "aaaa": "a",
  "a.a.a.": "a.",
  "1.1.1.": "1.",
  "http://": "http://",
  "/////": "/",
  "a[.]a[.]": "a[.]",
  "[[[[": "[",
  "words": "lorem ipsum dolor sit amet ",
};

/** Prints what is found, missed and extra beside ioc-extractor, and the time over hostile texts of two sizes. */
export async function benchExtract(): Promise<void> {
  const corpus = await extractCorpus();
  const [own, other] = [scores(corpus, ours), scores(corpus, theirs)];
  const types = [...new Set([...own.keys(), ...other.keys()])];
  const times = Object.entries(hostile).map(([name, unit]) => {
    const [half, whole] = [5, 10].map((megabytes) =>
      duration(unit.repeat(megabytes * 1_000_000 / unit.length))
    );
    return `| \`${name}\` | ${half} | ${whole} |`;
  });
  const lines = [
    `${corpus.length} texts\n`,
    scoreTable(types, { own, other }),
    "\n| text | 5 MB, ms | 10 MB, ms |\n|---|---|---|",
    ...times,
  ];
  await Deno.stdout.write(new TextEncoder().encode(`${lines.join("\n")}\n`));
}

function scoreTable(
  types: readonly string[],
  { own, other }: Readonly<Record<"own" | "other", Map<string, Score>>>,
): string {
  const cells = (score?: Score): string =>
    `${score?.found ?? 0} | ${score?.missed ?? 0} | ${score?.extra ?? 0}`;
  return [
    "| type | found | missed | extra | ioc-extractor found | missed | extra |",
    "|---|---|---|---|---|---|---|",
    ...types.map((type) =>
      `| ${type} | ${cells(own.get(type))} | ${cells(other.get(type))} |`
    ),
  ].join("\n");
}

function duration(text: string): number {
  const start = performance.now();
  extractIndicators(text);
  return Math.round(performance.now() - start);
}
