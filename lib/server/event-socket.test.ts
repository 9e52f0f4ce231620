import { once } from "node:events";
import { describe, expect, test } from "vitest";
import { WebSocket } from "ws";
import { authMessage, closed, eventCanary, openTestEvents } from "@/lib/testing/test-events";

const { start, dial, dialRaw, shakeHands, statusOf, closeWebSockets, logged } = openTestEvents();

async function closeCodeOf(client: WebSocket): Promise<number> {
  const [code] = await once(client, "close");
  return code;
}

/** The beginning of a binary message that says it has so many bytes, masked with zeros. */
function unfinishedMessage(claimedBytes: number, sentBytes: number): Buffer {
  const head = Buffer.alloc(14);
  head.writeUInt8(0x82, 0);
  head.writeUInt8(0xff, 1);
  head.writeBigUInt64BE(BigInt(claimedBytes), 2);
  return Buffer.concat([head, Buffer.alloc(sentBytes)]);
}

describe("the handshake", () => {
  test("a 3.x client is answered ping, protocol and auth, and told nothing else", async () => {
    await start();
    const client = await shakeHands();
    expect(client.protocol).toBe("prefect");
    const told: unknown[] = [];
    client.on("message", (message) => told.push(message));
    client.send(JSON.stringify({ event: eventCanary }));
    client.send(authMessage);
    client.ping();
    await once(client, "pong");
    expect(told).toEqual([]);
  });

  test("a client without the protocol sends at once, as 2.x does", async () => {
    await start();
    const client = dial({ protocols: [] });
    await once(client, "open");
    client.send(JSON.stringify({ event: eventCanary }));
    client.ping();
    await once(client, "pong");
    expect(client.readyState).toBe(WebSocket.OPEN);
    client.close();
    await once(client, "close");
  });

  test.each([
    "[]",
    "null",
    '{"type":"filter"}',
    "not json",
    `{"type":"auth","token":"${"x".repeat(20_000)}"}`,
  ])("a first message that is no small auth message closes the socket: %.20s", async (message) => {
    await start();
    const client = dial();
    await once(client, "open");
    client.send(message);
    expect(await closeCodeOf(client)).toBe(1008);
  });

  test("compression is not taken up, whatever the client offers", async () => {
    await start();
    const client = dial({ options: { perMessageDeflate: true } });
    await once(client, "open");
    expect(client.extensions).toBe("");
  });
});

describe("events", () => {
  test("thousands are read, counted and forgotten, and a ping after them is answered", async () => {
    await start();
    const client = await shakeHands();
    for (let index = 0; index < 5_000; index += 1) client.send(JSON.stringify({ event: eventCanary, index }));
    client.ping("checkpoint");
    const [data] = await once(client, "pong");
    expect(String(data)).toBe("checkpoint");
    client.close();
    await once(client, "close");
    await closeWebSockets();
    expect(logged()).toContainEqual(
      expect.objectContaining({ msg: "event socket closed", events: 5_000, code: 1005 }),
    );
  });

  test("the largest event that the client sends is taken, a message over the limit closes the socket", async () => {
    await start();
    const client = await shakeHands();
    client.send("x".repeat(1_600_000));
    client.ping();
    await once(client, "pong");
    client.send("x".repeat(2 * 1024 * 1024 + 1));
    expect(await closeCodeOf(client)).toBe(1009);
  });

  test("a message that says it is too large is refused before it arrives", async () => {
    await start();
    const { socket, received } = await dialRaw();
    socket.write(unfinishedMessage(2 ** 40, 100));
    await closed(socket);
    expect(received()).toContain("\u0003\u00f1");
  });

  test("unfinished messages share a bound: the socket that holds most is dropped, the others go on", async () => {
    await start({ unfinishedBytes: 300_000 });
    const other = await shakeHands();
    const small = await dialRaw();
    small.socket.write(unfinishedMessage(1_000_000, 50_000));
    const large = await dialRaw();
    const dropped = closed(large.socket);
    large.socket.write(unfinishedMessage(1_000_000, 500_000));
    await dropped;
    expect(small.socket.destroyed).toBe(false);
    for (let index = 0; index < 100; index += 1) other.send("x".repeat(100_000));
    other.ping();
    await once(other, "pong");
    const msg = "event sockets dropped: unfinished messages take too much memory";
    expect(logged().filter((line) => line["msg"] === msg)).toHaveLength(1);
    small.socket.destroy();
  });

  test("pings, however many, are no unfinished message", async () => {
    await start({ unfinishedBytes: 2_000 });
    const client = await shakeHands();
    for (let index = 0; index < 500; index += 1) {
      client.ping("a ping with some data in it");
      await once(client, "pong");
    }
    expect(client.readyState).toBe(WebSocket.OPEN);
  });

  test("a message in countless pieces closes the socket", async () => {
    await start();
    const client = await shakeHands();
    for (let index = 0; index < 200; index += 1) client.send("x", { fin: false });
    expect(await closeCodeOf(client)).toBe(1008);
  });

  test("bytes that are no websocket frame close the socket", async () => {
    await start();
    const { socket, received } = await dialRaw();
    socket.write(`${eventCanary}\r\n\r\n`);
    await closed(socket);
    expect(received()).toContain("\u0003\u00ea");
  });
});

describe("the end", () => {
  test("a client that lives stays, one that does not answer is dropped", async () => {
    await start({ heartbeatMs: 20 });
    const living = await shakeHands();
    const { socket } = await dialRaw();
    await closed(socket);
    for (let index = 0; index < 5; index += 1) await once(living, "ping");
    expect(living.readyState).toBe(WebSocket.OPEN);
  });

  test("at shutdown clients are told that the server goes away, and new ones are refused", async () => {
    await start();
    const [one, two] = [await shakeHands(), await shakeHands()];
    const codes = Promise.all([closeCodeOf(one), closeCodeOf(two)]);
    await closeWebSockets();
    expect(await codes).toEqual([1001, 1001]);
    expect(await statusOf()).toBe(503);
  });

  test("at shutdown a client that does not answer is cut", async () => {
    await start({ closeMs: 20 });
    const { socket } = await dialRaw();
    const cut = closed(socket);
    await closeWebSockets();
    await cut;
  });
});
