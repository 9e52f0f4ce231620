"use client";

import { useEffect } from "react";
import { FormProvider } from "react-hook-form";
import { definitions, samples } from "@/components/dev/field-samples";
import { type FieldState, fieldStates } from "@/components/dev/field-states";
import { FieldView } from "@/components/fields/field-view";
import { AdvancedFields } from "@/components/forms/advanced-fields";
import { createChoiceStore } from "@/components/forms/choice-store";
import { FormServicesProvider } from "@/components/forms/form-services";
import { useBlockForm } from "@/components/forms/use-block-form";
import type { FieldKind } from "@/lib/forms/field-node";

const kinds = Object.keys(samples).filter((kind): kind is FieldKind => kind in samples);
const references = {
  choices: createChoiceStore([
    { id: "a", name: "log-test", typeSlug: "s3", typeName: "S3", updated: "3 May 2026" },
    { id: "b", name: "a-long-name-".repeat(9), typeSlug: "gcs", typeName: "GCS", updated: "2 May 2026" },
  ]),
  types: { s3: { name: "S3" }, gcs: { name: "GCS" } },
};

/** Every kind of field in every state, made of the components that forms are made of. Nothing here is ever sent. */
export function FieldGallery() {
  return (
    <div className="grid items-start gap-10 wide:grid-cols-[minmax(0,1fr)_180px]">
      <div className="min-w-0">
        {kinds.map((kind) => (
          <KindSection key={kind} kind={kind} />
        ))}
      </div>
      <nav aria-label="Kinds" className="wide:sticky wide:top-6 max-wide:row-start-1">
        <ul className="flex flex-wrap gap-x-4 wide:flex-col">
          {kinds.map((kind) => (
            <li key={kind}>
              <a href={`#${kind}`} className="inline-flex min-h-7 items-center font-mono text-sm">
                {kind}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </div>
  );
}

function KindSection({ kind }: { kind: FieldKind }) {
  return (
    <section id={kind} aria-labelledby={`${kind}-title`} className="mb-10 scroll-mt-6" data-kind={kind}>
      <h2 id={`${kind}-title`} className="mb-3 font-mono font-semibold text-lg">
        {kind}
      </h2>
      <div className="grid gap-x-6 gap-y-4 wide:grid-cols-2">
        {fieldStates(kind).map((state, index) => (
          <StateCard key={state.state} state={state} idPrefix={`${kind}-${index}-`} />
        ))}
        {kind === "const" ? null : <StateCard state={advancedOf(kind)} idPrefix={`${kind}-advanced-`} />}
      </div>
    </section>
  );
}

function advancedOf(kind: FieldKind): FieldState {
  const { node, set } = samples[kind];
  return { state: "Under Advanced", node: { ...node, isAdvanced: true }, initial: set };
}

/** A form of its own, so that no state depends on another. */
function StateCard({ state: sample, idPrefix }: { state: FieldState; idPrefix: string }) {
  const { state, node, initial, current, error, isStored, direction } = sample;
  const { form, services, refuse } = useBlockForm({
    tree: { fields: [node], definitions },
    initial: { name: "", f: [initial] },
    parked: current === undefined ? undefined : { name: "", f: [current] },
    isNew: !isStored,
    idPrefix,
    references,
  });
  useEffect(() => {
    if (error !== undefined) refuse({ faults: [{ name: "f.0", label: node.label, message: error }] });
  }, [error, node.label, refuse]);
  return (
    <div className="min-w-0 rounded-card border border-line px-4 pt-3 pb-1" data-state={state}>
      <h3 className="text-text-3 text-xs">{state}</h3>
      <FormProvider {...form}>
        <FormServicesProvider value={services}>
          <div {...(direction && { dir: direction })}>
            {node.isAdvanced ? (
              <AdvancedFields fields={[{ node, name: "f.0" }]} />
            ) : (
              <FieldView node={node} name="f.0" />
            )}
          </div>
        </FormServicesProvider>
      </FormProvider>
    </div>
  );
}
