import assert from "node:assert/strict";
import {
  datasetKinds,
  type Indicator,
  type IndicatorType,
} from "@pivotbook/data";
import {
  type StepCount,
  StepCounts,
} from "../../../components/indicator/step_counts.ts";
import { stepsOf } from "../../../components/indicator/steps.ts";
import { wider } from "../../../components/indicator/offers.ts";
import { openNativeEngine } from "../../fakes/native_engine.ts";
import {
  fakeDataset,
  type RowsByKind,
  TableLookup,
} from "../../fakes/table_lookup.ts";

const record = (subject: string, field: string, value: string) => ({
  subject,
  section: "registrant",
  field,
  value,
});

const rows: RowsByKind = {
  resolutions: [
    { rrname: "host.example", rrtype: "A", rdata: "192.0.2.7" },
    { rrname: "host.example", rrtype: "A", rdata: "192.0.2.8" },
    { rrname: "host.example", rrtype: "TXT", rdata: "words" },
    { rrname: "www.host.example", rrtype: "A", rdata: "192.0.2.7" },
  ],
  whois: [
    record("host.example", "organization", "Holder"),
    record("one.example", "organization", "Holder"),
    record("two.example", "organization", "Holder"),
    { ...record("three.example", "name", "Holder"), section: "technical" },
  ],
  hostpairs: [
    { parent: "page.example", child: "host.example", cause: "iframe.src" },
    { parent: "host.example", child: "image.example", cause: "img.src" },
  ],
};

const few = () => Promise.resolve(3);

interface Counting {
  readonly behind?: (indicator: Indicator) => Promise<number>;
  readonly among?: RowsByKind;
  readonly most?: number;
}

async function counted(
  indicator: Indicator,
  { behind = few, among = rows, ...options }: Counting = {},
): Promise<Map<string, StepCount | undefined>> {
  const engine = await openNativeEngine();
  const lookup = new TableLookup(engine, among);
  const counts = new StepCounts(engine, {
    lookup,
    datasets: [fakeDataset("mine")],
    rows: behind,
    ...options,
  });
  const steps = [
    ...stepsOf(indicator),
    ...wider(indicator).flatMap(({ step }) => step ?? []),
  ];
  for (const step of steps) {
    await counts.count([step], AbortSignal.timeout(60_000));
  }
  const left = await engine.query(
    "SELECT count(*) FROM information_schema.tables WHERE table_schema = '_steps'",
  );
  assert.equal(
    Number(left.columns[0]?.values[0]),
    0,
    "no table is left behind",
  );
  await engine.close();
  return new Map(
    steps.map((step) => [step.step.title, counts.known(step)]),
  );
}

Deno.test("steps from a name count what they find, each once", async () => {
  const found = await counted({ type: "domain", value: "host.example" });
  const number = (title: string) => found.get(title)?.found;
  assert.equal(number("Addresses of this name"), 2);
  assert.equal(number("Names below"), 1);
  assert.equal(number("Pages that embed it"), 1);
  assert.equal(number("Same nameserver"), 0);
});

Deno.test("what is shared counts the others, and leads to what they share", async () => {
  const found = await counted({ type: "domain", value: "host.example" });
  assert.deepEqual(found.get("Same registrant"), {
    found: 2,
    more: false,
    leads: [{ type: "organization", value: "Holder" }],
  });
});

Deno.test("every step of every kind can be counted", async () => {
  const values: Partial<Record<IndicatorType, string>> = {
    ipv4: "192.0.2.7",
    ipv6: "2001:db8::7",
    cidr: "192.0.2.0/24",
    asn: "AS64496",
    md5: "0".repeat(32),
    url: "https://host.example/",
  };
  const types = new Set(
    datasetKinds.flatMap(({ steps = [] }) => steps.flatMap(({ from }) => from)),
  );
  for (const type of types) {
    const found = await counted({ type, value: values[type] ?? "a.example" });
    for (const [title, count] of found) assert.ok(count, `${type}: ${title}`);
  }
});

Deno.test("what stands in too many rows is not counted, and can be followed", async () => {
  const host: Indicator = { type: "domain", value: "host.example" };
  const found = await counted(host, {
    behind: ({ type }) =>
      Promise.resolve(type === "organization" ? 200_000 : 3),
  });
  assert.deepEqual(found.get("Same registrant"), {
    found: null,
    more: true,
    leads: [{ type: "organization", value: "Holder" }],
  });
  assert.equal(found.get("Addresses of this name")?.found, 2);
  const all = await counted(host, {
    behind: () => Promise.resolve(200_000),
  });
  assert.equal(all.get("Addresses of this name")?.found, null);
  assert.deepEqual(all.get("Addresses of this name")?.leads, [host]);
});

Deno.test("a count is exact only where all rows were read", async () => {
  const host: Indicator = { type: "domain", value: "host.example" };
  const addresses = async (most: number) =>
    (await counted(host, { most })).get("Addresses of this name");
  assert.deepEqual(await addresses(3), {
    found: 2,
    more: false,
    leads: [host],
  });
  assert.ok((await addresses(2))?.more);
});

Deno.test("more shared values than are followed show in the count", async () => {
  const shared = (count: number): RowsByKind => ({
    whois: Array.from({ length: count }, (_, number) => [
      record("host.example", "organization", `Holder ${number}`),
      record(`other${number}.example`, "organization", `Holder ${number}`),
    ]).flat(),
  });
  const host: Indicator = { type: "domain", value: "host.example" };
  for (const [count, more] of [[8, false], [9, true]] as const) {
    const found = await counted(host, { among: shared(count) });
    const { leads = [], ...registrant } = found.get("Same registrant") ?? {};
    assert.deepEqual(registrant, { found: 8, more });
    assert.equal(leads.length, 8);
  }
});

Deno.test("own rows that were not all read show in the count of what is shared", async () => {
  const whois = [
    record("host.example", "organization", "Holder"),
    record("host.example", "country", "one"),
    record("host.example", "country", "two"),
    record("host.example", "country", "three"),
    record("other.example", "organization", "Holder"),
  ];
  const host: Indicator = { type: "domain", value: "host.example" };
  const registrant = async (among: RowsByKind) =>
    (await counted(host, { among, most: 2 })).get("Same registrant");
  assert.deepEqual(await registrant({ whois }), {
    found: 1,
    more: true,
    leads: [{ type: "organization", value: "Holder" }],
  });
  const [, ...unnamed] = whois;
  assert.deepEqual(await registrant({ whois: unnamed }), {
    found: null,
    more: true,
    leads: [],
  });
});
