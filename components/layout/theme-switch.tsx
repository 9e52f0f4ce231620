"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { useSyncExternalStore } from "react";
import { Icon } from "@/components/ui/icon";

const storageKey = "blockyard-theme";
const choices = [
  { value: "system", label: "Same as system", icon: Monitor },
  { value: "light", label: "Light", icon: Sun },
  { value: "dark", label: "Dark", icon: Moon },
] as const;

function subscribe(onChange: () => void): () => void {
  window.addEventListener(storageKey, onChange);
  window.addEventListener("storage", onChange);
  return () => {
    window.removeEventListener(storageKey, onChange);
    window.removeEventListener("storage", onChange);
  };
}

/** Light, dark or as the system. The script in the head of the page applies the choice before the first paint. */
export function ThemeSwitch() {
  const chosen = useSyncExternalStore(
    subscribe,
    () => document.documentElement.dataset["themeChoice"] ?? "system",
    () => "system",
  );
  const choose = (value: string) => {
    try {
      localStorage.setItem(storageKey, value);
    } catch {
      // Storage is forbidden: the theme stays as it is, which the switch shows.
    }
    window.dispatchEvent(new Event(storageKey));
  };
  return (
    <fieldset className="inline-flex gap-px rounded-[7px] border border-line-strong bg-surface p-0.5 noscript:hidden">
      <legend className="sr-only">Colour theme</legend>
      {choices.map(({ value, label, icon }) => (
        <button
          key={value}
          type="button"
          aria-label={label}
          title={label}
          aria-pressed={value === chosen}
          onClick={() => choose(value)}
          className="grid h-6 w-7 place-items-center rounded-tag text-text-3 hover:text-text aria-pressed:bg-pressed aria-pressed:text-text max-medium:h-9 max-medium:w-11"
        >
          <Icon icon={icon} size={14} />
        </button>
      ))}
    </fieldset>
  );
}
