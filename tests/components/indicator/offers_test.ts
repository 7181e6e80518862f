import assert from "node:assert/strict";
import { pivotsOf } from "../../../components/indicator/offers.ts";

Deno.test("an indicator offers the steps that its type allows", () => {
  const values = pivotsOf({ type: "domain", value: "a.b.example.com" }).map((
    { indicator },
  ) => indicator.value);
  assert.deepEqual(values, [
    "a.b.example.com",
    "*.example.com",
    "*.a.b.example.com",
  ]);
  assert.equal(
    pivotsOf({ type: "ipv4", value: "192.0.2.7" })[1]?.indicator.value,
    "192.0.2.0/24",
  );
  assert.equal(
    pivotsOf({ type: "url", value: "https://192.0.2.7/x" })[1]?.indicator.type,
    "ipv4",
  );
  assert.deepEqual(
    pivotsOf({ type: "email", value: "someone@host.example" })[1]?.indicator,
    { type: "domain", value: "host.example" },
  );
});

Deno.test("the host of a URL is an address or a name, as it is written there", () => {
  const hostOf = (value: string) =>
    pivotsOf({ type: "url", value })[1]?.indicator ?? null;
  assert.deepEqual(hostOf("http://[2001:db8::1]/"), {
    type: "ipv6",
    value: "2001:db8::1",
  });
  assert.deepEqual(hostOf("http://host.example:8080/x"), {
    type: "domain",
    value: "host.example",
  });
  assert.equal(hostOf("http://local/"), null);
});
