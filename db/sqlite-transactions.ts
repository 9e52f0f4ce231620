import { AsyncLocalStorage } from "node:async_hooks";
import type BetterSqlite3 from "better-sqlite3";
import { explainWriting, shuttingDown } from "@/db/sqlite-errors";

/** A body that waits for its turn. `run` never rejects; `settle` tells the caller what came of it. */
type Member = {
  readonly run: () => Promise<Outcome>;
  readonly settle: (outcome: Outcome) => void;
};
type Outcome =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly error: unknown };

export type Transactions = {
  readonly transaction: <T>(body: () => Promise<T>) => Promise<T>;
  /** Waits for the bodies that were handed in before; later ones are refused. */
  readonly finish: () => Promise<void>;
};

// A group blocks reads while it runs: no more than some milliseconds.
const largestGroup = 32;

/**
 * Runs bodies one after another on the one connection that writes. Those that wait together share one transaction, and so
 * one flush to the disk, which costs more than all else; each has its own savepoint, so that one that fails leaves the
 * others alone. No promise resolves before the commit.
 */
export function createTransactions(writer: BetterSqlite3.Database): Transactions {
  const insideBody = new AsyncLocalStorage<true>();
  const statements = prepareStatements(writer);
  const waiting: Member[] = [];
  let working: Promise<void> | undefined;
  let isFinishing = false;

  async function work(): Promise<void> {
    do {
      // All requests that arrived together get here before any of them is served.
      await new Promise((resolve) => setImmediate(resolve));
      await commitGroup();
    } while (waiting.length > 0);
    working = undefined;
  }

  async function commitGroup(): Promise<void> {
    const members: Member[] = [];
    let outcomes: readonly Outcome[] = [];
    try {
      statements.begin.run();
      outcomes = await runMembers(members);
      statements.commit.run();
    } catch (error) {
      // Nothing was kept: neither of those that ran nor of those for which there is no transaction to run in. All that
      // wait are told, for when another process holds the lock each further try would stand still as long.
      members.push(...waiting.splice(0));
      outcomes = members.map(() => ({ ok: false, error }));
    } finally {
      rollBackRest(writer, statements);
    }
    for (const [index, member] of members.entries()) member.settle(outcomes[index] ?? lost);
  }

  async function runMembers(members: Member[]): Promise<readonly Outcome[]> {
    const outcomes: Outcome[] = [];
    while (members.length < largestGroup) {
      const member = waiting.shift();
      if (!member) break;
      members.push(member);
      outcomes.push(await runMember(member));
    }
    return outcomes;
  }

  async function runMember(member: Member): Promise<Outcome> {
    statements.savepoint.run();
    const outcome = await member.run();
    // A full disk or a broken file ends the whole transaction.
    if (!writer.inTransaction) throw outcome.ok ? new Error("the transaction ended early") : outcome.error;
    if (!outcome.ok) statements.rollbackMember.run();
    statements.release.run();
    return outcome;
  }

  const transaction: Transactions["transaction"] = (body) => {
    if (insideBody.getStore())
      throw new Error("this is a transaction already: use the store that it was given");
    if (isFinishing) return Promise.reject(shuttingDown());
    return new Promise((resolve, reject) => {
      const run = () =>
        insideBody.run(true, body).then(
          (value): Outcome => ({ ok: true, value }),
          (error: unknown): Outcome => ({ ok: false, error }),
        );
      const settle: Member["settle"] = (outcome) => {
        // What comes back is what this body answered.
        if (outcome.ok) resolve(outcome.value as Awaited<ReturnType<typeof body>>);
        else reject(explainWriting(outcome.error));
      };
      waiting.push({ run, settle });
      working ??= work();
    });
  };

  return {
    transaction,
    finish: async () => {
      isFinishing = true;
      await working;
    },
  };
}

/** What is still open after a failure. An error here must not keep the members waiting for their answers. */
function rollBackRest(
  writer: BetterSqlite3.Database,
  { rollback }: ReturnType<typeof prepareStatements>,
): void {
  try {
    if (writer.inTransaction) rollback.run();
  } catch {
    // The next `begin` fails then, and says why.
  }
}

const lost: Outcome = { ok: false, error: new Error("the transaction ended without an outcome") };

function prepareStatements(writer: BetterSqlite3.Database) {
  return {
    begin: writer.prepare("begin immediate"),
    commit: writer.prepare("commit"),
    rollback: writer.prepare("rollback"),
    savepoint: writer.prepare("savepoint member"),
    release: writer.prepare("release member"),
    rollbackMember: writer.prepare("rollback to member"),
  };
}
