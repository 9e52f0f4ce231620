"use client";

import { useId } from "react";
import { useSingleKeys } from "@/components/layout/single-keys";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Kbd } from "@/components/ui/kbd";
import { Switch } from "@/components/ui/switch";

const shortcuts = [
  { keys: ["/"], does: "Go to the search field" },
  { keys: ["N"], does: "New block" },
  { keys: ["?"], does: "Show this list" },
  { keys: ["Ctrl", "K"], does: "Search or jump to a block, a type or a page" },
  { keys: ["Ctrl", "Enter"], does: "Save the form" },
  { keys: ["Esc"], does: "Close, go back" },
] as const;

/** What can be done by key, and the switch for single keys. */
export function ShortcutsDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const [areOn, setAreOn] = useSingleKeys();
  const id = useId();
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title="Keyboard shortcuts"
      footer={
        <Button onClick={onClose} data-autofocus>
          Close
        </Button>
      }
    >
      <dl className="text-sm">
        {shortcuts.map(({ keys, does }) => (
          <div key={does} className="flex items-center justify-between gap-4 border-line border-b py-2">
            <dt className="text-text-2">{does}</dt>
            <dd className="flex shrink-0 gap-1">
              <span className="sr-only">{keys.join(" and ")}</span>
              {keys.map((key) => (
                <Kbd key={key} isAlwaysShown>
                  {key}
                </Kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      <div className="flex items-start justify-between gap-4 py-3 text-sm">
        <div>
          <label htmlFor={id} className="font-medium">
            Single-key shortcuts
          </label>
          <p id={`${id}-help`} className="text-text-2">
            Keys without Ctrl act only outside input fields. Switch them off if you control the computer by
            voice.
          </p>
        </div>
        <Switch
          id={id}
          aria-describedby={`${id}-help`}
          checked={areOn}
          onChange={(event) => setAreOn(event.target.checked)}
        />
      </div>
    </Dialog>
  );
}
