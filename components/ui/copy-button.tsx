"use client";

import { Copy } from "lucide-react";
import { Button } from "@/components/ui/button";
import { copyText } from "@/components/ui/copy-text";
import { Icon } from "@/components/ui/icon";
import { IconButton } from "@/components/ui/icon-button";

type CopyButtonProps = {
  text: string;
  /** The button's word, or its accessible name when only the icon shows. */
  label?: string;
  /** What the toast says. */
  done?: string;
  isIconOnly?: boolean;
};

/** Copies `text` with one click. */
export function CopyButton({ text, label = "Copy", done = "Copied", isIconOnly = false }: CopyButtonProps) {
  const onClick = () => void copyText(text, done);
  if (isIconOnly) return <IconButton icon={Copy} label={label} variant="row" onClick={onClick} />;
  return (
    <Button variant="quiet" size="small" icon={<Icon icon={Copy} size={14} />} onClick={onClick}>
      {label}
    </Button>
  );
}
