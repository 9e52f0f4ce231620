import { CopyButton } from "@/components/ui/copy-button";

type CommandLineProps = {
  command: string;
  /** What it is, for those who do not see it: the line scrolls, so it takes focus and needs a name. */
  label: string;
  copyLabel: string;
  done: string;
};

/** One line of code in a box, with a button that copies it. */
export function CommandLine({ command, label, copyLabel, done }: CommandLineProps) {
  return (
    <span className="inline-flex min-w-0 max-w-full items-center gap-1.5 rounded-ctl border border-line bg-sunken py-0.5 pr-0.5 pl-2.5">
      <figure
        aria-label={label}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: whoever uses the keyboard must be able to scroll it
        tabIndex={0}
        className="overflow-x-auto whitespace-nowrap [scrollbar-width:none]"
      >
        <code className="text-[0.78125rem]/6">{command}</code>
      </figure>
      <CopyButton text={command} label={copyLabel} done={done} isIconOnly />
    </span>
  );
}
