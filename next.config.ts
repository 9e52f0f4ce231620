import type { NextConfig } from "next";

const config: NextConfig = {
  // Server action arguments carry what people type, secrets included: never log them.
  logging: { serverFunctions: false },
  poweredByHeader: false,
  reactStrictMode: true,
  agentRules: false,
  experimental: { agentUpgrade: false, serverActions: { bodySizeLimit: "4mb" } },
  serverExternalPackages: ["better-sqlite3"],
};

export default config;
