import "server-only";
import {
  and,
  type Column,
  eq,
  gte,
  isNotNull,
  isNull,
  lte,
  ne,
  not,
  or,
  type Placeholder,
  type SQL,
  sql,
  type Table,
} from "drizzle-orm";
import type { AnySQLiteColumn } from "drizzle-orm/sqlite-core";
import type { Dialect } from "@/db/dialect";
import type { Bindable } from "@/db/stores/bound-filter";
import type { NameFilter, StateFilter, TagFilter, TimeFilter } from "@/lib/filters";

/** Undefined stands for "no condition". */
export type Condition = SQL | undefined;
type Values = readonly string[] | Placeholder;

/** How the conditions of a filter combine. */
export function combinerOf(filter: { readonly operator?: "and" | "or" }): typeof and {
  return filter.operator === "or" ? or : and;
}

export function isNoneOf(dialect: Dialect, column: AnySQLiteColumn, values: Values): SQL {
  return not(dialect.isAnyOf(column, values));
}

export function toPresence(column: Column, isMissing: boolean): SQL {
  return isMissing ? isNull(column) : isNotNull(column);
}

export function toNameCondition(
  dialect: Dialect,
  column: AnySQLiteColumn,
  filter: Bindable<NameFilter>,
): Condition {
  return and(
    filter.any && dialect.isAnyOf(column, filter.any),
    filter.like === undefined ? undefined : dialect.isLike(column, filter.like),
  );
}

export function toTagCondition(
  dialect: Dialect,
  column: AnySQLiteColumn,
  filter: Bindable<TagFilter>,
): Condition {
  const { all, isEmpty } = filter;
  const noTags = sql.param([], column);
  return combinerOf(filter)(
    all && dialect.hasAll(column, all),
    isEmpty === undefined ? undefined : isEmpty ? eq(column, noTags) : ne(column, noTags),
  );
}

export function toTimeCondition(column: Column, filter: Bindable<TimeFilter>): Condition {
  const { after, before } = filter;
  return and(
    after === undefined ? undefined : gte(column, after),
    before === undefined ? undefined : lte(column, before),
    filter.isNull === undefined ? undefined : toPresence(column, filter.isNull),
  );
}

export function toOptionalCondition(
  dialect: Dialect,
  column: AnySQLiteColumn,
  filter: { readonly operator?: "and" | "or"; readonly any?: Values; readonly isNull?: boolean },
): Condition {
  return combinerOf(filter)(
    filter.any && dialect.isAnyOf(column, filter.any),
    filter.isNull === undefined ? undefined : toPresence(column, filter.isNull),
  );
}

export function toStateCondition(
  dialect: Dialect,
  columns: { readonly stateType: AnySQLiteColumn; readonly stateName: AnySQLiteColumn },
  filter: Bindable<StateFilter>,
): Condition {
  return combinerOf(filter)(
    filter.types && dialect.isAnyOf(columns.stateType, filter.types),
    filter.names && dialect.isAnyOf(columns.stateName, filter.names),
  );
}

/** A subquery that does not depend on the outer row: it is computed once per statement. */
export function isAmong(column: Column, selected: Column, table: Table, condition?: Condition): SQL {
  const where = condition ? sql` where ${condition}` : sql``;
  return sql`${column} in (select ${selected} from ${table}${where})`;
}
