import { DomainError } from "@/lib/errors";

/** The result code of SQLite or of the operating system; "" when the error has none. */
export function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}

/** The answer to whoever comes after the files were closed. */
export function shuttingDown(): DomainError {
  return new DomainError("unavailable", "The server is shutting down. Try again later.");
}

/** What a failed write means to the person who asked for it. */
export function explainWriting(error: unknown): unknown {
  const code = codeOf(error);
  const unavailable = (message: string) => new DomainError("unavailable", message, { cause: error });
  if (code.startsWith("SQLITE_BUSY")) return unavailable("The database is busy. Try again in a moment.");
  if (code === "SQLITE_FULL") return unavailable("The disk of the server is full. Nothing was saved.");
  if (code.startsWith("SQLITE_IOERR"))
    return unavailable("The server cannot write its database. Nothing was saved.");
  return error;
}

/** What a database that does not open means to the operator. */
export function explainOpening(error: unknown, file: string): unknown {
  const code = codeOf(error);
  if (code === "SQLITE_NOTADB" || code.startsWith("SQLITE_CORRUPT")) return brokenDatabase(file, error);
  if (code.startsWith("SQLITE_BUSY")) {
    return new DomainError(
      "unavailable",
      `The database ${file} is locked by another program. Stop that program, then start again.`,
      { cause: error },
    );
  }
  if (/^(SQLITE_(CANTOPEN|READONLY|FULL|IOERR)|EACCES|EPERM|EROFS|ENOSPC|EISDIR|ENOENT|ENOTDIR)/.test(code)) {
    const reason = error instanceof Error ? error.message : code;
    return new DomainError(
      "unavailable",
      `The database ${file} cannot be opened for writing: ${reason}. ` +
        "Make it and its directory writable for this user, or set BLOCKYARD_DATA_DIR to another directory.",
      { cause: error },
    );
  }
  return error;
}

/** The refusal of a damaged file, with the way back. */
export function brokenDatabase(file: string, cause: unknown): DomainError {
  return new DomainError(
    "unavailable",
    `The database ${file} is broken and was left as it is. Move it away together with the files whose names begin with ` +
      "it, then restore a backup of the whole data directory, key file included.",
    { cause },
  );
}
