import "server-only";

const mostStatements = 200;

/** Remembers prepared statements: to build one costs as much as to read twenty rows. */
export function createStatementCache<Statement>(): (key: string, prepare: () => Statement) => Statement {
  const known = new Map<string, Statement>();
  return (key, prepare) => {
    const statement = known.get(key) ?? prepare();
    // A client that tries all combinations of filters must not fill the memory.
    if (known.size >= mostStatements) known.clear();
    known.set(key, statement);
    return statement;
  };
}
