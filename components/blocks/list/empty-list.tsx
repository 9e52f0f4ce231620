import { ArrowRight } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { NewBlockLink } from "@/components/blocks/list/new-block-link";
import { TypeLogo } from "@/components/blocks/type-logo";
import { EmptyPicture } from "@/components/lists/empty-picture";
import { CopyButton } from "@/components/ui/copy-button";
import { Icon } from "@/components/ui/icon";
import { formatCount } from "@/lib/text/format-count";

type EmptyListProps = {
  starters: { readonly storage: number; readonly infrastructure: number };
  apiUrl: string;
};

/** The list before the first block: what a block is, and the ways to make one. */
export function EmptyList({ starters, apiUrl }: EmptyListProps) {
  const command = `export PREFECT_API_URL=${apiUrl}`;
  return (
    <div className="mx-auto mt-[clamp(24px,6vh,72px)] max-w-195 text-center">
      <EmptyPicture />
      <p className="font-semibold text-[1.1875rem] leading-6.5 tracking-tight">No blocks yet</p>
      <p className="mx-auto mt-1.5 mb-5 max-w-[50ch] text-text-2">
        A block is a named piece of configuration, such as a bucket or a secret, that your flows load by name.
      </p>
      <NewBlockLink />
      <ul className="mt-10 grid gap-3 text-left medium:grid-cols-3 max-medium:mt-8">
        <Tile
          href="/blocks/catalog?capability=get-directory"
          title="Storage"
          text="Where flows read and write files and where deployments keep their code."
          go={formatCount(starters.storage, "type")}
          logos={["s3", "gcs", "local-file-system"]}
        />
        <Tile
          href="/blocks/catalog?capability=run-infrastructure"
          title="Infrastructure"
          text="Where a flow run is executed: a process, a container or a job."
          go={formatCount(starters.infrastructure, "type")}
          logos={["docker-container", "kubernetes-job", "process"]}
        />
        <Tile
          href="/blocks/catalog/secret/create"
          title="Secret"
          text="One value, encrypted at rest and never shown again after saving."
          go="Create"
          logos={["secret"]}
        />
      </ul>
      <div className="mt-8 flex flex-wrap items-center justify-center gap-x-2.5 gap-y-1.5 text-sm text-text-2">
        <span>Connect a client</span>
        <span className="inline-flex min-w-0 max-w-full items-center gap-1.5 rounded-ctl border border-line bg-sunken py-0.5 pr-0.5 pl-2.5">
          <code className="break-all py-0.5 text-left text-[0.78125rem]">{command}</code>
          <CopyButton text={command} label="Copy command" done="Copied the command" isIconOnly />
        </span>
      </div>
    </div>
  );
}

type TileProps = {
  href: string;
  title: string;
  text: string;
  /** What one gets there: "7 types". */
  go: ReactNode;
  /** Slugs of types whose logos stand for the rest. */
  logos: readonly string[];
};

function Tile({ href, title, text, go, logos }: TileProps) {
  return (
    <li className="flex">
      <Link
        href={href}
        prefetch={false}
        className="grid flex-1 grid-rows-[auto_1fr_auto] gap-2.5 rounded-card border border-line-strong p-4 text-text transition-colors duration-90 hover:border-accent hover:bg-hover"
      >
        <span className="flex gap-1.5">
          {logos.map((slug) => (
            <TypeLogo key={slug} slug={slug} name={slug} size="md" />
          ))}
        </span>
        <span>
          <span className="block font-semibold text-[0.9375rem] leading-5">{title}</span>
          <span className="mt-0.5 block text-sm text-text-2">{text}</span>
        </span>
        <span className="flex items-center gap-1 font-medium text-accent text-sm">
          {go}
          <Icon icon={ArrowRight} size={14} />
        </span>
      </Link>
    </li>
  );
}
