/**
 * Values for fields that take only certain ones, by slug and path; `path|branch` chooses one way of a union, the first
 * otherwise.
 */
export const fieldValues: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "database-credentials": { url: "postgresql://reader@db.example/orders" },
  "sqlalchemy-connector": { "connection_info|branch": "0" },
  json: { value: '{"beta": true, "share": 0.5}' },
};
