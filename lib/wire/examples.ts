// One S3 block, its schema and its type, as clients send and get them: what the description of the API shows.

const typeId = "5b0f1b1c-6a4e-4c58-9d0f-3f2a8c1d7e01";
const schemaId = "b7c2e9a4-15d3-4f86-8a6b-0e9d4c3b2a02";
const documentId = "d4e8f6a2-93b1-4d7c-b5e0-7a1c2f3e4d03";
const times = { created: "2026-05-03T09:14:07.512043+00:00", updated: "2026-05-03T09:14:07.512043+00:00" };

const typeTexts = {
  name: "S3",
  slug: "s3",
  logo_url: null,
  documentation_url: "https://s3fs.readthedocs.io/en/latest/",
  description: "Reads and writes files in a bucket on Amazon S3.",
  code_example: null,
};

export const exampleType = {
  sent: typeTexts,
  answered: { id: typeId, ...times, ...typeTexts, is_protected: false },
};

const password = { type: "string", format: "password", writeOnly: true };
const fields = {
  title: "S3",
  type: "object",
  properties: {
    bucket_path: { title: "Bucket Path", type: "string" },
    aws_access_key_id: { title: "AWS Access Key ID", ...password },
    aws_secret_access_key: { title: "AWS Secret Access Key", ...password },
  },
  required: ["bucket_path"],
  block_type_slug: "s3",
  secret_fields: ["aws_access_key_id", "aws_secret_access_key"],
  block_schema_references: {},
};
const schemaRest = {
  block_type_id: typeId,
  capabilities: ["get-directory", "put-directory", "read-path", "write-path"],
  version: "2.20.27",
};

export const exampleSchema = {
  sent: { fields, ...schemaRest },
  answered: {
    id: schemaId,
    ...times,
    checksum: "sha256:8c5793ff55f1f39637c28c67124ba80be8aba19b2b8f29d994deae625b6c9ada",
    fields,
    ...schemaRest,
    block_type: exampleType.answered,
  },
};

export const exampleDocument = {
  sent: {
    name: "log-test",
    data: {
      bucket_path: "my-bucket/a-directory",
      aws_access_key_id: "AKIAIOSFODNN7EXAMPLE",
      aws_secret_access_key: "the-secret-half-of-the-key",
    },
    block_schema_id: schemaId,
    block_type_id: typeId,
  },
  changed: {
    data: { bucket_path: "my-bucket/another-directory", aws_secret_access_key: "********" },
  },
  answered: {
    id: documentId,
    ...times,
    name: "log-test",
    data: {
      bucket_path: "my-bucket/a-directory",
      aws_access_key_id: "********",
      aws_secret_access_key: "********",
    },
    block_schema_id: schemaId,
    block_schema: exampleSchema.answered,
    block_type_id: typeId,
    block_type_name: "S3",
    block_type: exampleType.answered,
    block_document_references: {},
    is_anonymous: false,
  },
};
