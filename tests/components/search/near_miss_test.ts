import assert from "node:assert/strict";
import { nearMiss } from "../../../components/search/near_miss.ts";
import { readSearch } from "../../../components/search/search_reading.ts";

const cases: readonly (readonly [string, RegExp])[] = [
  ["d41d8cd98f00b204e9800998ecf8427ee", /^33 hex digits: .* MD5 has 32/],
  ["md5: abc", /^3 digits: MD5 has 32/],
  ["192[.]0[.]2[.]300", /300 is above 255/],
  ["192.0.2", /^3 of the 4 parts .* 192\.0\.2\.0\/24$/],
  ["192.0.", /^2 of the 4 parts .* 192\.0\.0\.0\/16$/],
  ["192.0.2.1/33", /longer than 32 bits/],
  ["192.0.2.1.5", /^5 numbers/],
  ["2001:db8", /^2 of the 8 groups .* 2001:db8::\/32$/],
  ["2001[:]db8[:]1", /^3 of the 8 groups/],
  ["1:2:3:4:5:6:7:8:9", /^9 groups/],
  ["2001:db8:::1", /:: at most once/],
  ["2001::db8::1", /:: at most once/],
  ["CVE-2017", /year and at least four digits/],
  ["AS99999999999", /up to 4294967295/],
  ["name@", /domain behind/],
  ["https://", /without a host/],
  ["example..com", /two dots/],
  ["-example-.com", /hyphen/],
  ["hello", /keyword: hello$/],
];

Deno.test("a text that is almost an indicator is told what it lacks", () => {
  for (const [text, said] of cases) {
    assert.match(nearMiss(text) ?? "", said, text);
  }
});

Deno.test("nothing is said of what can be read, of several words and of nothing", () => {
  for (const text of ["", "two words", "192.0.2.1", "2001:db8::1", "&&&"]) {
    assert.equal(readSearch(text).missing, null, text);
  }
  assert.match(readSearch("192.0.2.1/33").missing ?? "", /32 bits/);
});

Deno.test("a network that is proposed can be read", () => {
  for (const text of ["192.0.2", "192.0", "2001:db8", "2001:db8:1"]) {
    const [, network = ""] = /written (\S+)$/.exec(nearMiss(text) ?? "") ?? [];
    assert.equal(readSearch(network).found[0]?.type, "cidr", network);
  }
});
