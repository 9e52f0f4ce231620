// How long a person waits for the longest form: from the start of the navigation until it answers to keys.
import assert from "node:assert/strict";
import { createServer } from "node:http";
import { chromium } from "@playwright/test";

const path = "/blocks/catalog/kubernetes-job/create";
const submit = "button[type=submit]:not([disabled])";
const browserArguments = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
/** The least page that can be typed into. */
const floorPage = `<!doctype html><title>Floor</title><form><label>Name <input></label><button type="submit">Create</button></form>
<script>document.querySelector("input").addEventListener("input", () => {})</script>`;

/**
 * Opens the form and the floor in turn, each time in a browser profile of its own, then a second time in the same one.
 * Answers the times in milliseconds.
 */
export async function measureFormPage({ port }, { rounds, executablePath }) {
  const browser = await chromium.launch({ executablePath, args: browserArguments });
  const floor = createServer((_request, response) => {
    response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(floorPage);
  });
  await new Promise((resolve) => floor.listen(0, "127.0.0.1", resolve));
  const addresses = {
    form: `http://127.0.0.1:${port}${path}`,
    floor: `http://127.0.0.1:${floor.address().port}/`,
  };
  await checkForm(browser, addresses.form);
  const times = { form: { cold: [], warm: [] }, floor: { cold: [], warm: [] } };
  for (let round = 0; round < rounds; round++) {
    for (const [name, address] of Object.entries(addresses)) {
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
      times[name].cold.push(await timeToInteractive(context, address));
      times[name].warm.push(await timeToInteractive(context, address));
      await context.close();
    }
  }
  await browser.close();
  floor.close();
  return times;
}

/** The button that sends the form is disabled in the HTML, and enabled by the first render that handles events. */
async function timeToInteractive(context, address) {
  const page = await context.newPage();
  await page.addInitScript((selector) => {
    const look = () => {
      if (window.interactiveMs !== undefined || !document.querySelector(selector)) return;
      window.interactiveMs = performance.now();
    };
    new MutationObserver(look).observe(document, { childList: true, subtree: true, attributes: true });
  }, submit);
  await page.goto(address);
  const waited = await page.waitForFunction(() => window.interactiveMs);
  const time = await waited.jsonValue();
  await page.close();
  return time;
}

/** Once before timing: what the measure takes for interactive does answer to a key. */
async function checkForm(browser, address) {
  const page = await browser.newPage();
  await page.goto(address);
  await page.waitForSelector(submit);
  await page.getByLabel("Block name").pressSequentially("My job");
  assert.match(await page.locator("main").textContent(), /Use my-job/, "the form answers to keys");
  await page.close();
}
