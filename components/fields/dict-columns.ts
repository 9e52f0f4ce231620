/** Key 5 parts, value 7 parts, mask, remove; on narrow screens the value stands below its key. */
export const dictColumns =
  "grid grid-cols-[minmax(0,5fr)_minmax(0,7fr)_28px_28px] gap-1.5 max-medium:grid-cols-[minmax(0,5fr)_minmax(0,7fr)_34px_34px] max-narrow:grid-cols-[minmax(0,1fr)_34px]";
