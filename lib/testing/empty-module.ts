// Stands in for "server-only" outside Next: the package throws when a client bundle includes it.
export {};
