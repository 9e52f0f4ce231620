import { CommandLine } from "@/components/code/command-line";

/** How a type of one's own gets into the catalogue. */
export function RegisterOwn() {
  return (
    <div className="mt-8 flex flex-wrap items-center gap-x-4 gap-y-2 border-line border-t pt-5 text-sm text-text-2">
      <span>Your own type is not here? Register it from your code:</span>
      <CommandLine
        command="prefect block register --file my_blocks.py"
        label="Command that registers block types"
        copyLabel="Copy the command"
        done="Copied the command"
      />
    </div>
  );
}
