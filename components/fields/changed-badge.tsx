"use client";

import { useWatch } from "react-hook-form";
import { useFormServices } from "@/components/forms/form-services";
import { Badge } from "@/components/ui/badge";
import type { Draft } from "@/lib/forms/draft";
import { isSameDraft, isSecretDraft } from "@/lib/forms/draft-shape";
import { closeUnedited } from "@/lib/forms/open-texts";

/** Marks a field of a stored block that is not as stored. A secret shows it by itself. */
export function ChangedBadge({ name }: { name: string }) {
  const { initialAt } = useFormServices();
  const initial = initialAt(name);
  const isChanged = useWatch({
    name,
    compute: (draft: Draft) => !isSameDraft(closeUnedited(draft), initial),
  });
  return isChanged && !isSecretDraft(initial) ? <Badge tone="accent">Changed</Badge> : null;
}
