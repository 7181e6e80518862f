import { addressMacros } from "./address.ts";
import { hostPartMacro } from "./host_part.ts";
import { textKeyMacro } from "./text_key.ts";

/** All macros that make keys of values; to be created once in an engine that writes segments or leaves out rows. */
export const keyMacros = addressMacros + hostPartMacro + textKeyMacro;
