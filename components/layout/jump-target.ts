import type { JumpTarget } from "@/lib/blocks/find-jump-targets";

/** Finds blocks and types; a server action given by the layout. */
export type FindJumpTargets = (text: string) => Promise<readonly JumpTarget[]>;

/** The pages that the jump box offers by their name. */
export const pageTargets: readonly JumpTarget[] = [
  { kind: "page", href: "/blocks", label: "Blocks", detail: "All configured blocks" },
  { kind: "page", href: "/blocks/catalog", label: "Catalogue", detail: "Choose a type for a new block" },
  { kind: "page", href: "/deployments", label: "Deployments", detail: "How and when flows run" },
  { kind: "page", href: "/flow-runs", label: "Flow runs", detail: "Runs, their states and logs" },
  { kind: "page", href: "/work-queues", label: "Work queues", detail: "Where agents ask for runs" },
];
