"use client";

import { File as FileIcon } from "lucide-react";
import { useRef, useState } from "react";
import { Icon } from "@/components/ui/icon";
import { formatCount } from "@/lib/text/format-count";

type FileDropBarProps = { labelId: string; text: string; onFile: (file: File | undefined) => void };

/** Under a text area: takes a file by drop or by choice, and says how long the text is. */
export function FileDropBar({ labelId, text, onFile }: FileDropBarProps) {
  const picker = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a drop needs a pointer; "choose one" does the same by keyboard
    <div
      className={`flex flex-wrap items-center gap-x-1.5 rounded-b-ctl border border-line-ctl border-t-0 border-dashed px-2.5 py-1 text-sm text-text-2 ${isOver ? "bg-accent-soft" : ""}`}
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setIsOver(false);
        onFile(event.dataTransfer.files[0]);
      }}
    >
      <Icon icon={FileIcon} className="text-text-3" />
      <span>Drop a file here or</span>
      <button
        type="button"
        aria-describedby={labelId}
        className="min-h-6 font-medium text-accent underline-offset-3 hover:underline"
        onClick={() => picker.current?.click()}
      >
        choose one
      </button>
      {text === "" ? null : <span className="ml-auto text-text-3 tabular-nums">{lengthText(text)}</span>}
      <input
        ref={picker}
        type="file"
        hidden
        onChange={(event) => {
          onFile(event.target.files?.[0]);
          event.target.value = "";
        }}
      />
    </div>
  );
}

/** Line breaks at the end count for a secret and cannot be seen: they are said. */
function lengthText(text: string): string {
  const lines = text.split("\n").length;
  const end = text.endsWith("\n") ? ", ends with a line break" : "";
  return `${formatCount(text.length, "character")}${lines > 1 ? `, ${formatCount(lines, "line")}` : ""}${end}`;
}
