import { ChevronRight } from "lucide-react";
import { ShownValueView } from "@/components/blocks/details/shown-value-view";
import { Section } from "@/components/blocks/details/split";
import { Icon } from "@/components/ui/icon";
import type { SettingsView, SettingView } from "@/lib/blocks/read-block-details";

const row =
  "grid grid-cols-[188px_minmax(0,1fr)] gap-x-4 border-line border-b py-2.5 text-sm/5.5 max-medium:grid-cols-1";

/** The values of a block: those that are set, and folded, those that are not. */
export function Settings({ settings: { set, unset } }: { settings: SettingsView }) {
  return (
    <Section id="settings" title="Settings">
      {set.length === 0 && unset.length === 0 ? (
        <p className="text-sm text-text-2">This block has no settings.</p>
      ) : null}
      {set.length === 0 ? null : (
        <dl className="border-line border-t">
          {set.map((setting) => (
            <div key={setting.key} className={row}>
              <dt dir="auto" className="break-words text-left text-text-2" title={setting.key}>
                {setting.label}
              </dt>
              <dd className="min-w-0 [overflow-wrap:anywhere]">
                <SettingValue setting={setting} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      {unset.length === 0 ? null : <Unset unset={unset} hasLine={set.length === 0} />}
    </Section>
  );
}

function SettingValue({ setting: { value, label, isDefault } }: { setting: SettingView }) {
  return (
    <div className={isDefault ? "flex flex-wrap gap-x-1.5" : undefined}>
      <ShownValueView value={value} label={label} />
      {isDefault ? <span className="text-text-3">(default)</span> : null}
    </div>
  );
}

function Unset({ unset, hasLine }: { unset: SettingsView["unset"]; hasLine: boolean }) {
  return (
    <details className={hasLine ? "group border-line border-y" : "group border-line border-b"}>
      <summary className="flex min-h-12 list-none items-center gap-2 text-text-2 [&::-webkit-details-marker]:hidden">
        <Icon
          icon={ChevronRight}
          className="text-text-3 transition-transform duration-160 group-open:rotate-90"
        />
        {unset.length === 1
          ? "1 setting is not set and uses its default"
          : `${unset.length} settings are not set and use their defaults`}
      </summary>
      <dl className="-mb-px border-line border-t">
        {unset.map(({ key, label, defaultLabel }) => (
          <div key={key} className={row}>
            <dt dir="auto" className="break-words text-left text-text-2" title={key}>
              {label}
            </dt>
            <dd className="min-w-0 break-words text-text-3">
              {defaultLabel === undefined ? "Not set" : `Not set (default: ${defaultLabel})`}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
