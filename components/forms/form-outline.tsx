"use client";

import { useEffect, useState } from "react";
import { useWatch } from "react-hook-form";
import { draftState } from "@/components/forms/draft-state";
import type { PlacedField } from "@/components/forms/field-list";
import { focusField } from "@/components/forms/focus-field";
import { useFormServices } from "@/components/forms/form-services";

/** Where things are in a long form, and what is set. */
export function FormOutline({ fields }: { fields: readonly PlacedField[] }) {
  const current = useCurrentField(fields);
  const isText = useWatch({ name: "whole", compute: Boolean });
  if (isText) return null;
  return (
    <nav
      aria-label="Settings on this page"
      className="max-h-[calc(100dvh-22rem)] min-h-40 overflow-y-auto max-wide:hidden"
    >
      <p className="mb-2 font-semibold text-sm">Settings</p>
      <ul className="border-line border-l">
        {fields.map((field) => (
          <OutlineEntry key={field.name} field={field} isCurrent={field.name === current} />
        ))}
      </ul>
    </nav>
  );
}

function OutlineEntry({ field, isCurrent }: { field: PlacedField; isCurrent: boolean }) {
  const { node, name } = field;
  const { idPrefix } = useFormServices();
  const state = useWatch({ name, compute: (draft) => draftState(node, draft) });
  return (
    <li>
      <a
        href={`#${idPrefix}${name.replaceAll(".", "-")}`}
        {...(isCurrent ? { "aria-current": "location" } : {})}
        className="-ml-px flex min-h-7 items-center gap-2 border-transparent border-l pl-3 text-sm text-text-2 hover:border-line-ctl hover:text-text aria-[current]:border-accent aria-[current]:font-medium aria-[current]:text-text"
        onClick={(event) => {
          // The address stays as it is: Cancel goes back one page, not one field.
          event.preventDefault();
          const form = document.querySelector("form[data-block-form]");
          if (form instanceof HTMLElement) focusField(form, idPrefix, name);
        }}
      >
        <span className="min-w-0 truncate">{node.label}</span>
        {state === "" ? null : <span className="ml-auto font-normal text-text-3 text-xs">{state}</span>}
      </a>
    </li>
  );
}

/** The first field whose end is still below the top of the window. */
function useCurrentField(fields: readonly PlacedField[]): string | undefined {
  const [current, setCurrent] = useState(fields[0]?.name);
  useEffect(() => {
    let frame = 0;
    const find = () => {
      frame = 0;
      const visible = fields.find(({ name }) => {
        const box = document.querySelector(`[data-field="${name}"]`)?.getBoundingClientRect();
        return box !== undefined && box.height > 0 && box.bottom > 80;
      });
      setCurrent(visible?.name);
    };
    const onScroll = () => {
      frame ||= requestAnimationFrame(find);
    };
    window.addEventListener("scroll", onScroll, { passive: true });
    return () => {
      window.removeEventListener("scroll", onScroll);
      cancelAnimationFrame(frame);
    };
  }, [fields]);
  return current;
}
