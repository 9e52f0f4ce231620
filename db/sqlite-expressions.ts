import { is, Placeholder, type SQL, sql } from "drizzle-orm";
import type { Dialect } from "@/db/dialect";
import { DomainError } from "@/lib/errors";

// SQLite refuses longer patterns (50,000 bytes); no name that anybody looks for is near it.
const longestPattern = 10_000;

/** Conditions that SQLite writes in its own way; the JSON functions make one parameter of any number of values. */
export const sqliteExpressions = {
  isAnyOf(column, values): SQL {
    const list = is(values, Placeholder) ? values : JSON.stringify(values);
    return sql`${column} in (select value from json_each(${list}))`;
  },

  toListParameter(values): string {
    return JSON.stringify(values);
  },

  unindexed(column): SQL {
    return sql`+${column}`;
  },

  beginsWithAnyOf(column, values): SQL {
    const list = is(values, Placeholder) ? values : JSON.stringify(values);
    return sql`exists (
      select 1 from json_each(${list}) as beginning
      where instr(lower(${column}), lower(beginning.value)) = 1
    )`;
  },

  isLike(text, pattern): SQL {
    return sql`lower(${text}) like lower(${pattern})`;
  },

  toPattern(text): string {
    if (text.length > longestPattern) {
      throw new DomainError(
        "bad_request",
        `The text to look for has more than ${longestPattern} characters.`,
      );
    }
    // SQLite reads a pattern up to the first NUL: this one would match everything. No name holds a noncharacter.
    return text.includes("\0") ? "\uFFFF" : `%${text}%`;
  },

  contains(column, text): SQL {
    return sql`instr(lower(${column}), lower(${text})) > 0`;
  },

  hasAll(column, values): SQL {
    const list = is(values, Placeholder) ? values : JSON.stringify(values);
    return sql`not exists (
      select 1 from json_each(${list}) as wanted
      where wanted.value not in (select value from json_each(${column}))
    )`;
  },
} satisfies Partial<Dialect>;
