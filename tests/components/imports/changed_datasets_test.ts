import assert from "node:assert/strict";
import {
  changedDatasets,
  removedDatasets,
} from "../../../components/imports/changed_datasets.ts";
import { fakeDataset } from "../../fakes/table_lookup.ts";

const former = [fakeDataset("same"), fakeDataset("newer"), fakeDataset("gone")];
const now = [
  fakeDataset("same"),
  fakeDataset("newer", "s2"),
  fakeDataset("new"),
];

Deno.test("datasets that are new or have another snapshot have changed", () => {
  assert.deepEqual(changedDatasets(former, now), ["newer", "new"]);
});

Deno.test("datasets that are no longer there were removed", () => {
  assert.deepEqual(removedDatasets(former, now), ["gone"]);
  assert.deepEqual(removedDatasets(now, now), []);
});
