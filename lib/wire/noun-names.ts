import { z } from "zod";
import { isBlockTypeName } from "@/lib/blocks/names";
import { text } from "@/lib/wire/fields";

/** The name of something that has an address: characters that addresses give a meaning to are refused. */
export function nounName() {
  return text()
    .refine(isBlockTypeName, {
      error: ({ input }) =>
        `Name '${String(input)}' contains an invalid character. Must not contain any of: ['/', '%', '&', '>', '<'].`,
      params: { type: "value_error.invalidname" },
    })
    .meta({ pattern: "^[^/%&><]*$" });
}

/** A name in a path. */
export function pathName(example: string) {
  return z.string().meta({ examples: [example] });
}
