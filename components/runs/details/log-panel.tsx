"use client";

import { Copy, Download, Search } from "lucide-react";
import { useDeferredValue, useState } from "react";
import { LogArea } from "@/components/runs/details/log-area";
import type { LogChoice } from "@/components/runs/details/log-line";
import type { FollowStatus, RunFollow } from "@/components/runs/details/use-run-follow";
import { Button, buttonLook } from "@/components/ui/button";
import { copyText } from "@/components/ui/copy-text";
import { Icon } from "@/components/ui/icon";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { toast } from "@/components/ui/toast";
import { logLevels } from "@/lib/logs/level-word";

type LogPanelProps = { runId: string; follow: RunFollow };

/** What a run writes, as it comes. */
export function LogPanel({ runId, follow }: LogPanelProps) {
  const [text, setText] = useState("");
  const [minLevel, setMinLevel] = useState(0);
  const choice = useChoice(useDeferredValue(text.trim()), minLevel);
  const path = `/flow-runs/flow-run/${runId}/log`;
  return (
    <section aria-labelledby="log" className="mb-8">
      <div className="mb-2 flex items-baseline gap-3">
        <h2 id="log" className="font-semibold text-lg tracking-tight">
          Log
        </h2>
        <FollowWord status={follow.status} isFinal={follow.progress.isFinal} />
      </div>
      <div className="rounded-card border border-line-strong">
        <div className="flex flex-wrap items-center gap-2 border-line border-b px-2 py-2">
          <div className="relative min-w-40 flex-1 noscript:hidden max-narrow:basis-full">
            <Icon
              icon={Search}
              className="-translate-y-1/2 pointer-events-none absolute top-1/2 left-2.5 text-text-3"
            />
            <Input
              type="search"
              aria-label="Search the log"
              placeholder="Search the log"
              autoComplete="off"
              value={text}
              onChange={(event) => setText(event.target.value)}
              className="pl-8"
            />
          </div>
          <Select
            aria-label="Level"
            value={minLevel}
            onChange={(event) => setMinLevel(Number(event.target.value))}
            className="w-44 noscript:hidden max-narrow:w-full"
          >
            <option value={0}>All levels</option>
            {logLevels.slice(1).map(({ level, word }) => (
              <option key={level} value={level}>
                {level === 50 ? word : `${word} and above`}
              </option>
            ))}
          </Select>
          <Button
            variant="quiet"
            icon={<Icon icon={Copy} size={14} />}
            className="noscript:hidden"
            onClick={() => void copyLog(path)}
          >
            Copy all
          </Button>
          <a href={path} download className={buttonLook({ variant: "quiet" })}>
            <Icon icon={Download} size={14} />
            Download
          </a>
        </div>
        <LogArea follow={follow} choice={choice} />
      </div>
    </section>
  );
}

/** The same object as long as it says the same: pieces of the log are drawn anew only when it changes. */
function useChoice(text: string, minLevel: number): LogChoice {
  const [choice, setChoice] = useState<LogChoice>({ text, minLevel });
  if (choice.text === text && choice.minLevel === minLevel) return choice;
  const next = { text, minLevel };
  setChoice(next);
  return next;
}

const statusWords: Readonly<Record<FollowStatus, string>> = {
  following: "Following",
  away: "The server does not answer. Trying again…",
  ended: "",
  gone: "",
};

function FollowWord({ status, isFinal }: { status: FollowStatus; isFinal: boolean }) {
  const word = status === "following" && isFinal ? "" : statusWords[status];
  return (
    <span className="flex items-center gap-1.5 text-sm text-text-3 noscript:hidden">
      {word === "" ? null : (
        <span
          aria-hidden
          className={status === "away" ? "size-1.5 rounded-full bg-warn" : "size-1.5 rounded-full bg-ok"}
        />
      )}
      <span role={status === "away" ? "status" : undefined}>{word}</span>
    </span>
  );
}

async function copyLog(path: string): Promise<void> {
  const answer = await fetch(path).catch(() => undefined);
  if (answer?.ok) return copyText(await answer.text(), "Copied the log");
  toast("The server did not answer. Nothing was copied.");
}
