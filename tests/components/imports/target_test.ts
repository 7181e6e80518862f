import assert from "node:assert/strict";
import { proposedDataset } from "../../../components/imports/target.ts";

Deno.test("files are not proposed for the sample", () => {
  assert.equal(proposedDataset(["knf", "sensors", "older"]), "sensors");
  assert.equal(proposedDataset(["knf"]), "imports");
  assert.equal(proposedDataset([]), "imports");
});
