import { once } from "node:events";
import { expect, test } from "@playwright/test";
import { WebSocket } from "ws";
import { startServer } from "./support/server.ts";

test("the built server takes events, logs none of them, and lets its clients go before it ends", async () => {
  const server = await startServer({ env: { LOG_LEVEL: "debug" } });
  const url = `${server.apiUrl.replace("http", "ws")}/events/in`;
  const foreign = new WebSocket(url, "prefect", { origin: "http://evil.example" });
  const [error] = await once(foreign, "error");
  expect(error.message).toContain("403");

  const client = new WebSocket(url, "prefect");
  await once(client, "open");
  client.send('{"type":"auth","token":"canary-in-a-token"}');
  const [answer] = await once(client, "message");
  expect(JSON.parse(String(answer))).toEqual({ type: "auth_success" });
  client.send('{"event":"canary-in-an-event"}');
  client.ping();
  await once(client, "pong");

  const closed = once(client, "close");
  expect(await server.stop()).toBe(0);
  expect((await closed)[0]).toBe(1001);
  expect(server.output()).toContain('"events":1');
  expect(server.output()).not.toContain("canary");
});
