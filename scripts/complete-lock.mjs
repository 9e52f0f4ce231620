// Adds stub entries for exact-version optionalDependencies that the registry does not carry
// (foreign-platform binaries). Without them `npm ci` stops with "Missing: X@ from lock file".
import { readFileSync, writeFileSync } from "node:fs";

const file = process.argv[2] ?? "package-lock.json";
const lock = JSON.parse(readFileSync(file, "utf8"));
const pk = lock.packages;
const OS = [
  "darwin",
  "linux",
  "win32",
  "freebsd",
  "android",
  "openharmony",
  "openbsd",
  "netbsd",
  "sunos",
  "aix",
];
const CPU = ["arm64", "x64", "ia32", "riscv64", "ppc64", "s390x", "loong64", "wasm32", "arm"];
let n = 0;
for (const [at, p] of Object.entries(pk)) {
  for (const [name, spec] of Object.entries(p.optionalDependencies ?? {})) {
    let dir = at;
    let found = false;
    for (;;) {
      if (pk[`${dir ? `${dir}/` : ""}node_modules/${name}`]) found = true;
      if (found || !dir) break;
      const i = dir.lastIndexOf("/node_modules/");
      dir = i < 0 ? "" : dir.slice(0, i);
    }
    if (found || !/^\d+\.\d+\.\d+/.test(spec)) continue;
    const os = OS.filter((o) => name.includes(o));
    const cpu = CPU.filter((c) => name.includes(c)).slice(0, 1);
    pk[`node_modules/${name}`] = {
      version: spec,
      ...(cpu.length ? { cpu } : {}),
      ...(p.dev ? { dev: true } : {}),
      optional: true,
      ...(os.length ? { os } : {}),
      ...(name.includes("musl") ? { libc: ["musl"] } : {}),
    };
    n++;
  }
}
lock.packages = Object.fromEntries(Object.entries(pk).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`added ${n} stub entries`);
