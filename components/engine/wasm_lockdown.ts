import { literal } from "@pivotbook/data";

/** First of all: a failed autoload would destroy the instance. */
export const NO_AUTOLOAD =
  "SET autoinstall_known_extensions = false; SET autoload_known_extensions = false";

/** What locks the engine: only segments below the address can be read, and nothing can be changed. */
export function lockdown(segmentsUrl: string): string {
  return [
    "SET GLOBAL dynamic_or_filter_threshold = 10000",
    `SET allowed_directories = [${literal(segmentsUrl)}]`,
    "SET enable_external_access = false",
    "SET lock_configuration = true",
  ].join("; ");
}
