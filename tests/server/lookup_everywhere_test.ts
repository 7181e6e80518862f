import assert from "node:assert/strict";
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
