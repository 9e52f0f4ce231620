import type { NextConfig } from "next";

const config: NextConfig = {
  // Server action arguments carry what people type, secrets included: never log them.
  logging: { serverFunctions: false },
  // `npm run check` type-checks everything, tests included; a start need not do it again.
  typescript: { ignoreBuildErrors: true },
  poweredByHeader: false,
  reactStrictMode: true,
  agentRules: false,
  experimental: { agentUpgrade: false, serverActions: { bodySizeLimit: "4mb" } },
  serverExternalPackages: ["better-sqlite3"],
};

export default config;
