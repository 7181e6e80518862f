import { InputError } from "@pivotbook/data";

/** The error of an import that was given up before its rows were published. */
export function importCancelled(): InputError {
  return new InputError("The import was cancelled", {
    code: "import-cancelled",
    remedy: "Nothing was imported; the dataset is as it was",
  });
}
