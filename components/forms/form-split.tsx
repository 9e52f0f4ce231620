import type { ReactNode } from "react";

/** Form left, aside right; under 1160 px the aside's first line stands above the form. */
export function FormSplit({ children }: { children: ReactNode }) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] items-start justify-between gap-14 wide:grid-cols-[minmax(0,720px)_288px] max-wide:gap-6">
      {children}
    </div>
  );
}
