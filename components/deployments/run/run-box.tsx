"use client";

import { type StartChoice, type StartZone, startField } from "@/components/deployments/run/start-time";
import { FieldErrorLine } from "@/components/fields/field-frame";
import { fieldIds } from "@/components/fields/field-ids";
import { useDraftPart, useFieldError } from "@/components/fields/use-draft";
import { useFormServices } from "@/components/forms/form-services";
import { useHydrated } from "@/components/forms/use-hydrated";
import { Input } from "@/components/ui/input";
import { Segmented } from "@/components/ui/segmented";
import { Select } from "@/components/ui/select";

type RunBoxProps = { start: StartChoice; onStart: (start: StartChoice) => void };

/** What a run has beside its parameters: its name, and when it starts. */
export function RunBox({ start, onStart }: RunBoxProps) {
  return (
    <div className="grid gap-4 rounded-card border border-line bg-bg px-4 py-4">
      <RunName />
      <RunStart start={start} onStart={onStart} />
    </div>
  );
}

function RunName() {
  const { draft, setDraft } = useDraftPart<string>("name");
  const { idPrefix } = useFormServices();
  const ids = fieldIds(idPrefix, "name");
  return (
    <div data-field="name">
      <label id={ids.label} htmlFor={ids.control} className="font-medium text-md/5">
        Run name
      </label>
      <p id={ids.help} className="mt-px text-sm text-text-2">
        Without one, the run is called by two random words.
      </p>
      <Input
        id={ids.control}
        value={draft}
        onChange={(event) => setDraft(event.target.value)}
        aria-describedby={ids.help}
        isMono
        maxLength={500}
        autoComplete="off"
        spellCheck={false}
        className="mt-1.75 max-w-105 max-narrow:max-w-none"
      />
    </div>
  );
}

function RunStart({ start, onStart }: RunBoxProps) {
  const error = useFieldError(startField);
  const { idPrefix } = useFormServices();
  const ids = fieldIds(idPrefix, startField);
  const isHydrated = useHydrated();
  const zone = isHydrated ? Intl.DateTimeFormat().resolvedOptions().timeZone : "";
  return (
    <div data-field={startField}>
      <p className="mb-1.75 font-medium text-md/5">Start</p>
      <div className="flex flex-wrap items-center gap-2">
        <Segmented
          label="Start"
          options={[
            { value: "now", label: "Now" },
            { value: "at", label: "At a time" },
          ]}
          value={start.when}
          onChange={(when) =>
            onStart(when === "now" ? { when } : { when, local: inAnHour(), zone: "browser" })
          }
        />
        {start.when === "at" ? (
          <>
            <Input
              id={ids.control}
              type="datetime-local"
              aria-label="Day and time"
              value={start.local}
              onChange={(event) => onStart({ ...start, local: event.target.value })}
              {...(error === undefined ? {} : { "aria-invalid": true, "aria-describedby": ids.error })}
              className="w-auto!"
            />
            <Select
              aria-label="Time zone"
              value={start.zone}
              onChange={(event) => onStart({ ...start, zone: toZone(event.target.value) })}
              className="w-auto!"
            >
              <option value="browser">{zone} (this browser)</option>
              <option value="utc">UTC</option>
            </Select>
          </>
        ) : null}
      </div>
      {error === undefined ? null : <FieldErrorLine id={ids.error}>{error}</FieldErrorLine>}
    </div>
  );
}

function toZone(value: string): StartZone {
  return value === "utc" ? "utc" : "browser";
}

/** As a native input writes it, by the clock of the browser. */
function inAnHour(): string {
  const at = new Date(Date.now() + 3_600_000);
  const two = (value: number) => String(value).padStart(2, "0");
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${two(at.getHours())}:${two(at.getMinutes())}`;
}
