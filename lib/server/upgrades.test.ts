import { once } from "node:events";
import { connect } from "node:net";
import { expect, test } from "vitest";
import { WebSocket } from "ws";
import { closed, openTestEvents, upgradeHead } from "@/lib/testing/test-events";

const { start, dialRaw, port, shakeHands, statusOf, logged } = openTestEvents();

test("a page of another site and a foreign Host are refused, and never reach the socket", async () => {
  await start();
  expect(await statusOf({ options: { origin: "http://evil.example" } })).toBe(403);
  expect(await statusOf({ options: { headers: { "sec-fetch-site": "cross-site" } } })).toBe(403);
  expect(await statusOf({ options: { headers: { host: "evil.example" } } })).toBe(421);
  expect(logged()).toEqual([]);
});

test("every other path is refused", async () => {
  await start();
  for (const path of ["/api/events/out", "/api/events/in/", "/api/events/in%2F", "/", "/_next/hmr"]) {
    expect(await statusOf({ path }), path).toBe(403);
  }
  expect((await shakeHands()).readyState).toBe(WebSocket.OPEN);
});

test("a handshake that is none is refused", async () => {
  await start();
  const { socket, received } = await dialRaw([...upgradeHead, "sec-websocket-protocol: ,,"]);
  await closed(socket);
  expect(received()).toContain("HTTP/1.1 400");
});

test("an offer of another protocol is not taken up: the request is answered as it is", async () => {
  await start();
  const offer = ["connection: Upgrade, HTTP2-Settings", "upgrade: h2c", "http2-settings: AAMAAABk"];
  const { socket, received } = await dialRaw(["GET / HTTP/1.1", "host: localhost", ...offer]);
  expect(received()).toMatch(/^HTTP\/1.1 200 OK/);
  expect(received()).toContain("plain");
  socket.destroy();
});

test("a client that is refused and gone already does no harm", async () => {
  await start();
  for (let index = 0; index < 50; index += 1) {
    const socket = connect(port(), "127.0.0.1");
    socket.on("error", () => undefined);
    await once(socket, "connect");
    socket.write("GET /nowhere HTTP/1.1\r\nhost: evil\r\nconnection: Upgrade\r\nupgrade: websocket\r\n\r\n");
    socket.resetAndDestroy();
  }
  expect((await shakeHands()).readyState).toBe(WebSocket.OPEN);
});

test("there are no more sockets than allowed, and one that closes makes room", async () => {
  await start({ sockets: 2 });
  const first = await shakeHands();
  await shakeHands();
  expect(await statusOf()).toBe(503);
  first.close();
  await once(first, "close");
  await shakeHands();
});
