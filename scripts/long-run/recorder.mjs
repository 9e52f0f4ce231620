import { createServer, request } from "node:http";
import { freePort } from "../free-port.mjs";

const setState = /^\/api\/(flow_runs|task_runs)\/[^/]+\/set_state$/;

/**
 * Stands between the clients and the server and notes each state that the server says it has written. While the server
 * is gone nobody listens here either, so that clients meet the same refused connections.
 */
export async function startRecorder(targetPort) {
  const port = await freePort();
  const written = { flow_runs: [], task_runs: [] };
  const statuses = {};
  const note = (path, status, body) => {
    statuses[status] = (statuses[status] ?? 0) + 1;
    const noun = setState.exec(path)?.[1];
    if (noun && status === 201) written[noun].push(JSON.parse(body).state.id);
  };
  let server;
  const listen = async () => {
    server = createServer((incoming, outgoing) => forward(targetPort, incoming, outgoing, note));
    await new Promise((resolve) => server.listen(port, "127.0.0.1", resolve));
  };
  const hangUp = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  await listen();
  return { apiUrl: `http://127.0.0.1:${port}/api`, written, statuses, listen, hangUp };
}

function forward(port, incoming, outgoing, note) {
  const { method, url, headers } = incoming;
  const upstream = request({ host: "127.0.0.1", port, method, path: url, headers }, (answer) => {
    const pieces = [];
    answer.on("data", (piece) => pieces.push(piece));
    answer.on("error", () => outgoing.destroy());
    answer.on("end", () => {
      const body = Buffer.concat(pieces);
      note(url, answer.statusCode, body);
      const { "transfer-encoding": _, connection: __, ...kept } = answer.headers;
      outgoing.writeHead(answer.statusCode, {
        ...kept,
        ...(body.length > 0 && { "content-length": body.length }),
      });
      outgoing.end(body);
    });
  });
  upstream.on("error", () => outgoing.destroy());
  outgoing.on("close", () => upstream.destroy());
  incoming.pipe(upstream);
}
