import { clsx } from "clsx";
import { VisuallyHidden } from "@/components/ui/visually-hidden";

const look =
  "inline-flex items-center rounded-tag border border-line-strong px-1.5 font-mono text-[0.71875rem] text-text-2";
const onOneLine = "h-5 whitespace-nowrap leading-none";
const onManyLines = "min-h-5 max-w-full py-0.5 text-left leading-3.5 [overflow-wrap:anywhere]";

/** Longer ones would not fit beside their label on a narrow screen; shorter ones are never torn apart. */
const oneLineLength = 20;

/** A capability, or what a client tags its things with. */
export function Tag({ children }: { children: string }) {
  return (
    <bdi className={clsx(look, children.length > oneLineLength ? onManyLines : onOneLine)}>{children}</bdi>
  );
}

/** Capabilities in a row: the first `visible` ones, the rest as "+2" whose names are in its title and read aloud. */
export function TagList({ tags, visible = 2 }: { tags: readonly string[]; visible?: number }) {
  const rest = tags.slice(visible);
  return (
    <ul className="flex flex-wrap gap-1">
      {tags.slice(0, visible).map((tag) => (
        <li key={tag} className="flex min-w-0">
          <Tag>{tag}</Tag>
        </li>
      ))}
      {rest.length > 0 ? (
        <li className="flex">
          <span className={clsx(look, onOneLine)} title={rest.join(", ")}>
            <span aria-hidden>+{rest.length}</span>
            <VisuallyHidden>
              and {rest.length} more: {rest.join(", ")}
            </VisuallyHidden>
          </span>
        </li>
      ) : null}
    </ul>
  );
}
