// One keep-alive connection with one request at a time, close to the socket: the generator must not be what is measured.
import { connect } from "node:net";

const headEnd = Buffer.from("\r\n\r\n");

/**
 * Sends what `nextRequest()` answers (a Buffer, or undefined to stop) as soon as the previous answer is complete, and
 * calls `onAnswer(status, bytes, milliseconds)` for each one. Resolves when it stopped.
 */
export function runConnection(port, nextRequest, onAnswer) {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: "127.0.0.1", noDelay: true });
    let answer = { head: undefined, received: 0, total: 0 };
    let sentAt = 0;
    let isStopped = false;

    const send = () => {
      const request = nextRequest();
      if (request === undefined) {
        isStopped = true;
        socket.end();
        resolve();
        return;
      }
      answer = { head: undefined, received: 0, total: 0, status: 0 };
      sentAt = performance.now();
      socket.write(request);
    };

    socket.on("data", (chunk) => {
      try {
        take(answer, chunk);
      } catch (error) {
        socket.destroy(error);
        return;
      }
      if (answer.total === 0 || answer.received < answer.total) return;
      onAnswer(answer.status, answer.total, performance.now() - sentAt);
      send();
    });
    socket.on("connect", send);
    socket.on("error", reject);
    socket.on("close", () => {
      if (!isStopped) reject(new Error("the server closed a connection before it had answered"));
    });
  });
}

/** Adds a piece to the answer; once its head is complete, `total` is the size of the whole answer. */
function take(answer, chunk) {
  answer.received += chunk.length;
  if (answer.total > 0) return;
  answer.head = answer.head ? Buffer.concat([answer.head, chunk]) : chunk;
  const end = answer.head.indexOf(headEnd);
  if (end < 0) return;
  const head = answer.head.latin1Slice(0, end).toLowerCase();
  answer.status = Number(head.slice(9, 12));
  answer.total = end + headEnd.length + lengthOfBody(head, answer.status);
  answer.head = undefined;
}

function lengthOfBody(head, status) {
  const at = head.indexOf("\ncontent-length:");
  if (at >= 0) return Number.parseInt(head.slice(at + 16), 10);
  if (status === 204) return 0;
  throw new Error("an answer has no content-length, so this client does not know where it ends");
}
