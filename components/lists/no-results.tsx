import { ButtonLink } from "@/components/ui/button-link";

type NoResultsProps = {
  /** What was looked for: "No block matches “x”". */
  title: string;
  /** What to try. */
  hint: string;
  /** Lists that show more. */
  links: readonly { readonly label: string; readonly path: string }[];
};

/** Says what was looked for, and offers to look for less. */
export function NoResults({ title, hint, links }: NoResultsProps) {
  return (
    <div className="mx-auto max-w-120 py-14 text-center">
      <h2 className="font-semibold text-lg tracking-tight [overflow-wrap:anywhere]">{title}</h2>
      <p className="mt-1 text-text-2">{hint}</p>
      <div className="mt-5 flex flex-wrap justify-center gap-2">
        {links.map(({ label, path }) => (
          <ButtonLink key={label} href={path} scroll={false}>
            {label}
          </ButtonLink>
        ))}
      </div>
    </div>
  );
}
