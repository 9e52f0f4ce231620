import type { ComponentType } from "react";
import { BooleanField } from "@/components/fields/boolean-field";
import { ConstField } from "@/components/fields/const-field";
import { DateTimeField } from "@/components/fields/date-time-field";
import { DictField } from "@/components/fields/dict-field";
import { DurationField } from "@/components/fields/duration-field";
import { EnumField } from "@/components/fields/enum-field";
import { GroupField } from "@/components/fields/group-field";
import { JsonField } from "@/components/fields/json-field";
import { ListField } from "@/components/fields/list-field";
import { NumberField } from "@/components/fields/number-field";
import { RecursiveField } from "@/components/fields/recursive-field";
import { ReferenceField } from "@/components/fields/reference-field";
import { SecretField } from "@/components/fields/secret-field";
import { TextField } from "@/components/fields/text-field";
import { TupleField } from "@/components/fields/tuple-field";
import { UnionField } from "@/components/fields/union-field";
import type { FieldKind, NodeOf } from "@/lib/forms/field-node";

type Registry = { readonly [K in FieldKind]: ComponentType<{ node: NodeOf<K>; name: string }> };

/** One renderer for each kind of node: a kind without one does not compile. */
export const renderers: Registry = {
  text: TextField,
  secret: SecretField,
  number: NumberField,
  boolean: BooleanField,
  enum: EnumField,
  const: ConstField,
  datetime: DateTimeField,
  duration: DurationField,
  list: ListField,
  tuple: TupleField,
  dict: DictField,
  union: UnionField,
  reference: ReferenceField,
  group: GroupField,
  recursive: RecursiveField,
  json: JsonField,
};
