"use client";

import { useEffect, useState } from "react";
import { useFormContext } from "react-hook-form";
import { dictFromText, dictToText } from "@/components/fields/dict-json-text";
import { FieldErrorLine } from "@/components/fields/field-frame";
import { useFieldIds } from "@/components/fields/field-ids";
import { useFormServices } from "@/components/forms/form-services";
import { Textarea } from "@/components/ui/input";
import type { DictNode } from "@/lib/forms/field-node";

type DictJsonProps = { node: DictNode; name: string; onBroken: (isBroken: boolean) => void };

/** A dict as one JSON text. Every text that can be read is written to the rows at once. */
export function DictJson({ node, name, onBroken }: DictJsonProps) {
  const { getValues, setValue } = useFormContext();
  const services = useFormServices();
  const ids = useFieldIds(`${name}.json`);
  const [text, setText] = useState(() => dictToText(node, getValues(`${name}.rows`)));
  const [error, setError] = useState<string | null>(null);

  const change = (typed: string) => {
    setText(typed);
    const read = dictFromText(node, getValues(`${name}.rows`), typed);
    if (read.ok) setValue(name, { rows: read.rows });
    setError(read.ok ? null : read.message);
    onBroken(!read.ok);
    services.block(name, read.ok ? null : read.message);
  };
  // Cleared as a whole: the text is gone, and with it what was wrong.
  useEffect(() => () => services.block(name, null), [services, name]);

  return (
    <>
      <Textarea
        id={ids.control}
        aria-label={`${node.label} as JSON`}
        {...(error === null ? {} : { "aria-invalid": true, "aria-describedby": ids.error })}
        value={text}
        onChange={(event) => change(event.target.value)}
        rows={Math.min(16, Math.max(5, text.split("\n").length + 1))}
        isMono
        spellCheck={false}
        autoCapitalize="none"
      />
      {error === null ? null : <FieldErrorLine id={ids.error}>{error}</FieldErrorLine>}
    </>
  );
}
