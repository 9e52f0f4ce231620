import { type Config, parseConfig } from "@/lib/config/schema";

/**
 * The one reader of the environment. A file `.env` in the working directory fills in what the environment lacks.
 * @throws DomainError invalid that lists every fault.
 */
export function loadConfig(): Config {
  try {
    process.loadEnvFile(".env");
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
  }
  return parseConfig(process.env);
}
