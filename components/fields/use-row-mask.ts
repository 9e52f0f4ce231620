"use client";

import { useFormContext, useWatch } from "react-hook-form";
import { useFormServices } from "@/components/forms/form-services";
import { announce } from "@/components/ui/toast";
import type { DictRow, Draft } from "@/lib/forms/draft";
import { dictRows } from "@/lib/forms/draft-shape";
import type { DictNode } from "@/lib/forms/field-node";
import { maskedByName, maskedValue, openValue, type RowMask, rowMask } from "@/lib/forms/row-mask";

type UseRowMask = {
  readonly mask: RowMask;
  readonly hide: () => void;
  readonly show: () => void;
  /** A key was entered: true when the value is a hidden one from now on. */
  readonly takeName: () => boolean;
};

/** Whether the value of a row is masked, and the ways to change that. A key press in the value renders nothing here. */
export function useRowMask(node: DictNode, name: string): UseRowMask {
  const { getValues, setValue } = useFormContext();
  const { initialAt } = useFormServices();
  const before = (row: DictRow): Draft | undefined => {
    const stored = dictRows(initialAt(name.replace(/\.rows\.\d+$/, "")));
    return row.from === null ? undefined : stored?.find(({ from }) => from === row.from)?.value;
  };
  const mask = useWatch({
    name,
    compute: (row: DictRow | undefined): RowMask => (row ? rowMask(node, row, before(row)) : "none"),
  });
  const put = (value: Draft, isPlain: true | undefined) => {
    setValue(`${name}.isPlain`, isPlain);
    setValue(`${name}.value`, value);
  };
  return {
    mask,
    hide: () => {
      const row: DictRow = getValues(name);
      put(maskedValue(node, row, before(row)), undefined);
    },
    show: () => {
      const row: DictRow = getValues(name);
      const value = openValue(node, row, before(row));
      if (value !== undefined) put(value, true);
    },
    takeName: () => {
      const row: DictRow = getValues(name);
      const next = maskedByName(node, row);
      if (next === row) return false;
      setValue(`${name}.value`, next.value);
      announce(`${row.key} is masked because of its name.`);
      return true;
    },
  };
}
