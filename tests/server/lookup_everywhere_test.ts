import assert from "node:assert/strict";
import { parseIndicator } from "@pivotbook/data";
import { lookUpEverywhere } from "../../server/lookup_everywhere.ts";
import { withHome } from "../fakes/home.ts";

Deno.test("a lookup gives the samples that its links name, once each", () =>
  withHome(async (home) => {
    const md5 = "d41d8cd98f00b204e9800998ecf8427e";
    await home.import({
      "links.csv":
        `hash,indicator,relation\n${md5},shop.example,communicates\n${md5},shop.example,contains\n`,
      "samples.csv": `md5,name\n${md5},empty file\n`,
    });
    const found = await lookUpEverywhere(home, {
      type: "domain",
      value: "shop.example",
    });
    assert.equal(found["sample_links"]?.rows, 2);
    assert.equal(found["samples"]?.rows, 1);
  }));

Deno.test("an imphash and an ssdeep find the samples that have them, as typed and as shown", () =>
  withHome(async (home) => {
    const imphash = "0123456789abcdef0123456789abcdef";
    const ssdeep = "96:aBcDeFgHiJ/qRs:aBcDeFgHiJ";
    await home.import({
      "samples.csv": `md5,imphash,ssdeep\n${
        "ab".repeat(16)
      },${imphash.toUpperCase()},${ssdeep}\n${"cd".repeat(16)},${imphash},\n`,
    });
    const rows = async (text: string): Promise<number | undefined> => {
      const { type, value } = parseIndicator(text);
      return (await lookUpEverywhere(home, { type, value }))["samples"]?.rows;
    };
    assert.equal(await rows(`imphash: ${imphash}`), 2);
    assert.equal(await rows(imphash), 2);
    assert.equal(await rows(ssdeep), 1);
    assert.equal(await rows(`ssdeep: ${ssdeep}`), 1);
  }));

Deno.test("a keyword is found inside any name, address, value, title, signature or note, whatever its case", () =>
  withHome(async (home) => {
    await home.import({
      "names.csv":
        "rrname,rrtype,rdata,note\njppost-aji.top,A,192.0.2.1,\nother.example,A,192.0.2.2,see JPPOST campaign\nnothing.example,A,192.0.2.3,\n",
      "whois.csv":
        "subject,field,value\nthird.example,organization,The JpPost Company\n",
      "osint.csv":
        "indicator,title\n192.0.2.9,How jppost lures work\n192.0.2.8,Another title\n",
      "alerts.csv":
        "time,signature,url\n2024-01-02T03:04:05Z,ET PHISHING JPPost,\n2024-01-02T03:04:05Z,Other,http://x.example/jppost/a\n",
    });
    const rows = async (value: string) => {
      const found = await lookUpEverywhere(home, { type: "keyword", value });
      return Object.fromEntries(
        Object.entries(found).map(([kind, { rows }]) => [kind, rows])
          .filter(([, rows]) => rows !== 0),
      );
    };
    const all = { resolutions: 2, whois: 1, osint: 1, alerts: 2 };
    assert.deepEqual(await rows("jppost"), all);
    assert.deepEqual(await rows("JPPOST"), all);
    assert.deepEqual(await rows("ppost-a"), { resolutions: 1 });
    assert.deepEqual(await rows("100%_'"), {});
    // A record's type, a relation and the like are codes, no words.
    assert.deepEqual(await rows("organization"), {});
  }));
