// The blocks that the bench works with: which type, name and data number `index` has. All data of one type has one
// length, so every answer of a kind has one size.
import { createHash } from "node:crypto";

const slugs = ["s3", "secret", "json", "string", "s3", "gcs", "azure", "github"];

/** The type of document number `index`; the same mixture at any number of documents. */
export function slugOf(index) {
  return slugs[index % slugs.length];
}

/** Sorted by name, documents stand in the order of their numbers, before those that the bench creates. */
export function nameOf(index) {
  return `bench-${String(index).padStart(7, "0")}`;
}

export function dataOf(index) {
  const digits = createHash("sha512").update(`bench ${index}`).digest("hex").toUpperCase();
  return dataBySlug[slugOf(index)](digits, String(index).padStart(7, "0"));
}

/** The S3 block that is created and updated; `mark` makes it unlike the others. */
export function s3Data(digits, mark) {
  return {
    bucket_path: `company-data-lake-eu-central-1/projects/analytics/reports/daily/warehouse/orders/${mark}`,
    aws_access_key_id: `AKIA${digits.slice(0, 16)}`,
    aws_secret_access_key: digits.slice(16, 56),
  };
}

const dataBySlug = {
  s3: s3Data,
  secret: (digits) => ({ value: digits.slice(0, 64) }),
  json: (_digits, mark) => ({ value: { threshold: 0.75, names: ["a", "b"], run: mark } }),
  string: (_digits, mark) => ({ value: `a text that flows share, number ${mark}` }),
  gcs: (digits, mark) => ({
    bucket_path: `company-models/${mark}`,
    service_account_info: JSON.stringify({ type: "service_account", private_key: digits }),
    project: "analytics",
  }),
  azure: (digits, mark) => ({
    bucket_path: `container/${mark}`,
    azure_storage_connection_string: `DefaultEndpointsProtocol=https;AccountName=company;AccountKey=${digits.slice(0, 88)}`,
  }),
  github: (digits, mark) => ({
    repository: `https://github.com/company/project-${mark}`,
    reference: "main",
    access_token: `ghp_${digits.slice(0, 36)}`,
  }),
};
