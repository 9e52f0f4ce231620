"use client";

import { Ban, Copy, Ellipsis, type LucideIcon, Trash2 } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import type { RunActions } from "@/components/runs/actions/run-actions";
import type { AskedRun, RunQuestionKind } from "@/components/runs/actions/run-question";
import { copyText } from "@/components/ui/copy-text";
import { Icon } from "@/components/ui/icon";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, type MenuItem } from "@/components/ui/menu";

const RunQuestion = dynamic(
  () => import("@/components/runs/actions/run-question").then((file) => file.RunQuestion),
  { ssr: false },
);

type RunMenuProps = { run: AskedRun; actions: Pick<RunActions, "cancel" | "remove"> };
type Question = { readonly kind: RunQuestionKind; readonly trigger: HTMLElement };

/** What can be done with one run of a list. */
export function RunMenu({ run, actions }: RunMenuProps) {
  const [question, setQuestion] = useState<Question | null>(null);
  const ask = (kind: RunQuestionKind) => (trigger: HTMLElement) => setQuestion({ kind, trigger });
  const label = `Actions for ${run.name}`;
  const items: readonly (MenuItem | false)[] = [
    { label: "Copy ID", icon: draw(Copy), onSelect: () => void copyText(run.id, "Copied the ID") },
    "separator",
    !run.isFinal && { label: "Cancel…", icon: draw(Ban), onSelect: ask("cancel") },
    { label: "Delete…", icon: draw(Trash2), tone: "danger", onSelect: ask("remove") },
  ];
  return (
    <>
      <Menu
        label={label}
        items={items.filter((item) => item !== false)}
        trigger={(props) => (
          <IconButton
            {...props}
            icon={Ellipsis}
            label={label}
            variant="row"
            className="max-medium:size-11!"
          />
        )}
      />
      {question ? (
        <RunQuestion
          kind={question.kind}
          run={run}
          actions={actions}
          onClose={() => setQuestion(null)}
          onDone={() => setQuestion(null)}
          returnFocusTo={() => question.trigger}
        />
      ) : null}
    </>
  );
}

function draw(icon: LucideIcon) {
  return <Icon icon={icon} />;
}
