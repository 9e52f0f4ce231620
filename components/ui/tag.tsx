import { VisuallyHidden } from "@/components/ui/visually-hidden";

const look =
  "inline-flex h-5 items-center whitespace-nowrap rounded-tag border border-line-strong px-1.5 font-mono text-[0.71875rem] text-text-2 leading-none";

/** A capability. */
export function Tag({ children }: { children: string }) {
  return <span className={look}>{children}</span>;
}

/** Capabilities in a row: the first `visible` ones, the rest as "+2" whose names are in its title and read aloud. */
export function TagList({ tags, visible = 2 }: { tags: readonly string[]; visible?: number }) {
  const rest = tags.slice(visible);
  return (
    <ul className="flex flex-wrap gap-1">
      {tags.slice(0, visible).map((tag) => (
        <li key={tag} className="flex">
          <Tag>{tag}</Tag>
        </li>
      ))}
      {rest.length > 0 ? (
        <li className="flex">
          <span className={look} title={rest.join(", ")}>
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
