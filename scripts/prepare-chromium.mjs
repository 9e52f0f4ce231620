import { existsSync } from "node:fs";

const candidates = [
  process.env.CHROMIUM_PATH,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
];

/** The path of a Chromium; on Debian as root it is installed through apt when there is none. */
export async function prepareChromium(step) {
  const found = () => candidates.find((path) => path && existsSync(path));
  if (!found() && process.getuid?.() === 0) {
    await step("apt-get", ["update", "-qq"]);
    await step("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium"], {
      DEBIAN_FRONTEND: "noninteractive",
    });
  }
  const path = found();
  if (path) return path;
  throw new Error(
    "The browser tests need Chromium: install it (apt-get install chromium) or set CHROMIUM_PATH.",
  );
}
