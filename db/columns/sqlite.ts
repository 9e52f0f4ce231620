import {
  customType,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from "drizzle-orm/sqlite-core";
import { type Json, parseJson, printJson } from "@/lib/json";
import type { Micros } from "@/lib/time";

/** JSON of our own making. Reads null where the text was damaged, so that one bad row cannot fail a whole list. */
function json<T>(name: string) {
  return customType<{ data: T | null; driverData: string }>({
    dataType: () => "text",
    toDriver: (value) => JSON.stringify(value),
    fromDriver: (stored) => {
      try {
        return JSON.parse(stored);
      } catch {
        return null;
      }
    },
  })(name);
}

/** JSON of others, to the letter (lib/json.ts). Reads null where the text was damaged. */
function lossless<T extends Json>(name: string) {
  return customType<{ data: T | null; driverData: string }>({
    dataType: () => "text",
    toDriver: (value) => printJson(value),
    fromDriver: (stored) => {
      try {
        return parseJson(stored) as T; // only `toDriver` writes the column
      } catch {
        return null;
      }
    },
  })(name);
}

/** The words in which db/tables.ts is written. Another dialect brings the same keys. */
export const sqliteColumns = {
  table: sqliteTable,
  id: <Id extends string>(name: string) => text(name).$type<Id>(),
  /** Compared and sorted byte by byte. */
  text: (name: string) => text(name),
  bool: (name: string) => integer(name, { mode: "boolean" }),
  integer: (name: string) => integer(name),
  json,
  lossless,
  instant: (name: string) => integer(name).$type<Micros>(),
  primaryKey,
  index,
  uniqueIndex,
};

export type Columns = typeof sqliteColumns;
