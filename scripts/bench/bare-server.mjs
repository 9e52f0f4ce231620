// Answers every request with the same ready bytes: what is left is node:http, so a run against it shows the ceiling of
// the generator. Arguments: port, size of the answer.
import { createServer } from "node:http";

const [port, size] = process.argv.slice(2).map(Number);
const body = Buffer.alloc(size, "x");
const headers = { "content-type": "application/json", "content-length": size };

createServer((_request, response) => response.writeHead(200, headers).end(body)).listen(port, "127.0.0.1");
