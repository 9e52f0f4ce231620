"use client";

import { useWatch } from "react-hook-form";
import { useFormServices } from "@/components/forms/form-services";
import { Badge } from "@/components/ui/badge";
import { isSameDraft, isSecretDraft } from "@/lib/forms/draft-shape";

/** Marks a field of a stored block that is not as stored. A secret shows it by itself. */
export function ChangedBadge({ name }: { name: string }) {
  const { initialAt } = useFormServices();
  const initial = initialAt(name);
  const isChanged = useWatch({ name, compute: (draft: unknown) => !isSameDraft(draft, initial) });
  return isChanged && !isSecretDraft(initial) ? <Badge tone="accent">Changed</Badge> : null;
}
