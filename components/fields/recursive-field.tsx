"use client";

import { ChevronRight, Plus } from "lucide-react";
import { createContext, useContext, useState } from "react";
import { get, useFormContext, useFormState, useWatch } from "react-hook-form";
import { notSetText } from "@/components/fields/default-text";
import { FieldFrame } from "@/components/fields/field-frame";
import { useFieldIds } from "@/components/fields/field-ids";
import { UnsetRow } from "@/components/fields/unset-row";
import { useFieldError } from "@/components/fields/use-draft";
import { useFocusAfter } from "@/components/fields/use-focus-after";
import { useFormServices } from "@/components/forms/form-services";
import { startDraft } from "@/lib/forms/empty-draft";
import type { RecursiveNode } from "@/lib/forms/field-node";
import { unfold } from "@/lib/forms/recursion";

/** How many models this one lies in that are of its own kind. */
const LevelContext = createContext(0);
/** What is stored deeper than this is closed at first. */
const openLevels = 3;

/** A model inside itself: one level appears when somebody sets it, so that an empty form ends. */
export function RecursiveField({ node, name }: { node: RecursiveNode; name: string }) {
  const { setValue } = useFormContext();
  const { initialAt, FieldView } = useFormServices();
  const level = useContext(LevelContext);
  const isSet = useWatch({ name, compute: (draft: unknown) => draft !== null && draft !== undefined });
  const [isOpened, setIsOpened] = useState(() => level < openLevels || !initialAt(name));
  const { errors } = useFormState({ name });
  const error = useFieldError(name);
  const { label } = useFieldIds(name);
  const [container, focusNext] = useFocusAfter();
  const isOpen = isOpened || get(errors, name) !== undefined;

  if (isSet && isOpen) {
    return (
      <LevelContext value={level + 1}>
        <FieldView node={unfold(node)} name={name} />
      </LevelContext>
    );
  }
  return (
    <div ref={container}>
      <FieldFrame node={node} name={name} error={error} labels="group">
        {isSet ? (
          <UnsetRow
            text={`${node.modelLabel}, ${level + 1} levels deep`}
            labelId={label}
            action="Show"
            icon={ChevronRight}
            onSet={() => setIsOpened(true)}
          />
        ) : (
          <UnsetRow
            text={notSetText(node)}
            labelId={label}
            action="Set"
            icon={Plus}
            onSet={() => {
              focusNext();
              setIsOpened(true);
              setValue(name, startDraft(node));
            }}
          />
        )}
      </FieldFrame>
    </div>
  );
}
