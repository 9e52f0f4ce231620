// The least work that answers the same requests: node:http, one prepared statement, AES-GCM, one write of the bytes. No
// routing, no checks, no schema, no log. Its file is a copy of the other server's, so tables, indexes, rows and
// ciphertexts are the same. Reads its settings from the file named as the only argument.
import { createCipheriv, createDecipheriv, randomBytes, randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import BetterSqlite3 from "better-sqlite3";

const { port, file, keyHex, samples } = JSON.parse(readFileSync(process.argv[2], "utf8"));
const key = Buffer.from(keyHex, "hex");
const loadParts = toBytes(samples.load);
const createParts = toBytes(samples.create);
const rowParts = Object.fromEntries(
  Object.entries(samples.filter).map(([typeId, texts]) => [typeId, toBytes(texts)]),
);
const [open, comma, close] = ["[", ",", "]"].map((text) => Buffer.from(text));
const db = new BetterSqlite3(file);
db.pragma("journal_mode = WAL");
db.pragma("synchronous = FULL");
db.pragma("foreign_keys = ON");

const selectByName = db.prepare(
  "select d.id, d.ciphertext from block_documents d join block_types t on t.id = d.block_type_id where t.slug = ? and d.name = ?",
);
const selectPage = db.prepare(
  "select id, name, block_type_id, ciphertext from block_documents where is_anonymous = 0 order by name, id limit 50",
);
const update = db.prepare("update block_documents set ciphertext = ?, updated = ? where id = ?");
const row = db.prepare("select * from block_documents limit 1").get();
const columns = Object.keys(row);
const insert = db.prepare(
  `insert into block_documents (${columns.join(", ")}) values (${columns.map((name) => `@${name}`).join(", ")})`,
);

createServer((request, response) => {
  if (request.method === "GET") return load(request.url, response);
  const pieces = [];
  request.on("data", (piece) => pieces.push(piece));
  request.on("end", () => {
    if (request.method === "PATCH") return change(request.url, Buffer.concat(pieces), response);
    if (request.url.endsWith("/filter")) return list(response);
    create(Buffer.concat(pieces), response);
  });
}).listen(port, "127.0.0.1");

function load(url, response) {
  const [, , , , slug, , , rest = ""] = url.split("/");
  const found = selectByName.get(slug, rest.slice(0, rest.indexOf("?")));
  if (!found) return answer(response, 200, [Buffer.from("true")]);
  answer(response, 200, [loadParts.before, ...decrypt(found), loadParts.after]);
}

function list(response) {
  const parts = selectPage.all().flatMap((found, at) => {
    decrypt(found);
    const { before, after } = rowParts[found.block_type_id];
    return [at === 0 ? open : comma, before, Buffer.from(found.name), after];
  });
  answer(response, 200, [...parts, close]);
}

function create(bytes, response) {
  const { name, data, block_type_id, block_schema_id } = JSON.parse(bytes.toString());
  const id = randomUUID();
  const created = Date.now() * 1000;
  const ciphertext = encrypt(JSON.stringify(data), id);
  insert.run({ ...row, id, name, created, updated: created, block_type_id, block_schema_id, ciphertext });
  answer(response, 201, [createParts.before, Buffer.from(name), createParts.after]);
}

function change(url, bytes, response) {
  const id = url.slice(url.lastIndexOf("/") + 1);
  const { data } = JSON.parse(bytes.toString());
  update.run(encrypt(JSON.stringify(data), id), Date.now() * 1000, id);
  response.writeHead(204).end();
}

function answer(response, status, parts) {
  const body = Buffer.concat(parts);
  response.writeHead(status, { "content-type": "application/json", "content-length": body.length }).end(body);
}

function toBytes({ before, after }) {
  return { before: Buffer.from(before), after: Buffer.from(after) };
}

/** The data as bytes. The layout is that of lib/secrets/cipher.ts. */
function decrypt({ id, ciphertext }) {
  const bytes = Buffer.from(ciphertext, "base64");
  const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, 12), { authTagLength: 16 });
  decipher.setAAD(Buffer.from(id)).setAuthTag(bytes.subarray(12, 28));
  return [decipher.update(bytes.subarray(28)), decipher.final()];
}

function encrypt(plain, id) {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(Buffer.from(id));
  const body = Buffer.concat([cipher.update(plain, "utf8"), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString("base64");
}
