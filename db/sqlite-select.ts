import type BetterSqlite3 from "better-sqlite3";
import { Column, is, Param, Placeholder } from "drizzle-orm";
import type { Selectable, SelectedRow, Selection } from "@/db/dialect";

const mostStatements = 500;

/**
 * Runs what drizzle has built. Drizzle parses a statement on every run and maps a row in ten times the time in which
 * SQLite finds it; here a statement is parsed once per text, and the columns' decoders are looked up once per statement.
 */
export function createSelect(connection: BetterSqlite3.Database) {
  const statements = new Map<string, BetterSqlite3.Statement>();

  function prepare(text: string): BetterSqlite3.Statement {
    const known = statements.get(text);
    if (known) return known;
    // Filters make texts in many combinations; a client that tries them all must not fill the memory.
    if (statements.size >= mostStatements) statements.clear();
    const statement = connection.prepare(text).raw();
    statements.set(text, statement);
    return statement;
  }

  return <S extends Selection>(
    selection: S,
    query: Selectable,
  ): ((values: Readonly<Record<string, unknown>>) => readonly SelectedRow<S>[]) => {
    const { sql, params } = query.toSQL();
    const statement = prepare(sql);
    const binders = params.map(toBinder);
    const toRow = rowReader(selection);
    return (values) => statement.all(...binders.map((bind) => bind(values))).map(toRow);
  };
}

type Binder = (values: Readonly<Record<string, unknown>>) => unknown;

function toBinder(parameter: unknown): Binder {
  if (is(parameter, Placeholder)) {
    const name = String(parameter.name);
    return (values) => values[name];
  }
  if (is(parameter, Param) && is(parameter.value, Placeholder)) {
    const { encoder } = parameter;
    const name = String(parameter.value.name);
    return (values) => encoder.mapToDriverValue(values[name]);
  }
  return () => parameter;
}

/** Columns arrive in the order of the selection; null is null in every type. */
function rowReader<S extends Selection>(selection: S): (values: unknown) => SelectedRow<S> {
  const readers = Object.entries(selection).map(([key, field]) => [key, decoderOf(field)] as const);
  return (values) => {
    const raw = values as readonly unknown[]; // statements are in raw mode
    const row: Record<string, unknown> = {};
    for (let index = 0; index < readers.length; index++) {
      const reader = readers[index];
      const value = raw[index] ?? null;
      if (reader) row[reader[0]] = value === null || !reader[1] ? value : reader[1](value);
    }
    return row as SelectedRow<S>; // the decoders of drizzle's columns make exactly these types
  };
}

/** Undefined where the driver's value is the value: most columns, so it is worth to skip the call. */
function decoderOf(field: Selection[string]): ((value: unknown) => unknown) | undefined {
  if (!is(field, Column) || field.mapFromDriverValue === Column.prototype.mapFromDriverValue)
    return undefined;
  return (value) => field.mapFromDriverValue(value);
}
