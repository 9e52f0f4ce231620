import { Plus } from "lucide-react";
import Link from "next/link";
import { Section, Split } from "@/components/blocks/details/split";
import { FieldTable } from "@/components/blocks/type/field-table";
import { RawSchema } from "@/components/blocks/type/raw-schema";
import { SchemaVersions } from "@/components/blocks/type/schema-versions";
import { TypeAside } from "@/components/blocks/type/type-aside";
import { TypeLogo } from "@/components/blocks/type-logo";
import { CodePanel } from "@/components/code/code-panel";
import { HelpText } from "@/components/fields/help-text";
import { PageHeader } from "@/components/layout/page-header";
import { ProseText } from "@/components/prose/prose-text";
import { ButtonLink } from "@/components/ui/button-link";
import { Icon } from "@/components/ui/icon";
import { Notice } from "@/components/ui/notice";
import type { BlockTypeView } from "@/lib/blocks/read-block-type-view";

/** Everything about one block type. */
export function TypePage({ type }: { type: BlockTypeView }) {
  const hasSchema = type.schemas.length > 0;
  return (
    <>
      <PageHeader
        title={<bdi>{type.name}</bdi>}
        leading={<TypeLogo slug={type.slug} name={type.name} size="lg" />}
        lede={<span className="break-words font-mono text-sm text-text-3">{type.slug}</span>}
        crumbs={[
          { label: "Blocks", href: "/blocks" },
          { label: "Catalogue", href: "/blocks/catalog" },
          { label: type.name },
        ]}
        actions={
          hasSchema ? (
            <ButtonLink
              variant="filled"
              href={`/blocks/catalog/${type.slug}/create`}
              icon={<Icon icon={Plus} />}
              aria-label={`Add ${type.name}`}
            >
              Add
            </ButtonLink>
          ) : undefined
        }
      />
      <Split aside={<TypeAside type={type} />}>
        <Description type={type} />
        <Deprecation type={type} />
        <Section id="fields" title="Fields">
          <Fields type={type} hasSchema={hasSchema} />
        </Section>
        <Example type={type} />
        <Remark type={type} />
        {hasSchema ? (
          <Section id="schema-versions" title="Schema versions">
            <SchemaVersions schemas={type.schemas} />
          </Section>
        ) : null}
        {type.rawSchema === undefined ? null : <RawSchema json={type.rawSchema} />}
      </Split>
    </>
  );
}

function Description({ type: { prose, description } }: { type: BlockTypeView }) {
  if (prose.length > 0) return <ProseText prose={prose} className="mb-6 max-w-[68ch] text-text-2" />;
  if (description === "") return null;
  return (
    <p dir="auto" className="mb-6 max-w-[68ch] break-words text-text-2">
      {description}
    </p>
  );
}

function Deprecation({ type: { deprecated } }: { type: BlockTypeView }) {
  if (!deprecated) return null;
  const { successor, note } = deprecated;
  return (
    <div className="mb-6">
      <Notice
        title={
          successor === undefined ? (
            "Deprecated"
          ) : (
            <>
              Deprecated, replaced by{" "}
              {successor.slug === undefined ? (
                successor.name
              ) : (
                <Link href={`/blocks/catalog/${successor.slug}`} prefetch={false}>
                  {successor.name}
                </Link>
              )}
            </>
          )
        }
      >
        {note}
      </Notice>
    </div>
  );
}

function Fields({ type, hasSchema }: { type: BlockTypeView; hasSchema: boolean }) {
  if (type.fields.length > 0) return <FieldTable rows={type.fields} typeNames={type.typeNames} />;
  return (
    <p className="max-w-[68ch] text-sm text-text-2">
      {hasSchema
        ? "This type has no fields: a block of it has a name only."
        : "No schema is registered for this type, so no block of it can be made. Register the class again, or save one of its blocks from code."}
    </p>
  );
}

function Example({ type }: { type: BlockTypeView }) {
  if (type.example === "") return null;
  return (
    <Section id="example" title="Example">
      <CodePanel
        code={type.example}
        language="python"
        label="Example"
        title="Python"
        copyLabel="Copy the example"
        done="Copied the example"
      />
    </Section>
  );
}

const languageNames = { bash: "Shell", json: "JSON", yaml: "YAML" } as const;

function Remark({ type: { remark } }: { type: BlockTypeView }) {
  if (!remark) return null;
  return (
    <Section id="remark" title={remark.title}>
      <HelpText text={remark.text} className="mb-3 max-w-[68ch] text-text-2" />
      {remark.code === undefined ? null : (
        <CodePanel
          code={remark.code}
          language={remark.language ?? "text"}
          label={remark.title}
          title={remark.language ? languageNames[remark.language] : "Text"}
          copyLabel="Copy these lines"
          done="Copied the lines"
        />
      )}
    </Section>
  );
}
