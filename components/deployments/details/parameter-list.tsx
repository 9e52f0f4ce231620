import { ShownValueView } from "@/components/blocks/details/shown-value-view";
import type { ShownParameter } from "@/lib/deployments/shown-parameters";

/** The flow's parameters: what the deployment passes, else what the flow does. */
export function ParameterList({ parameters }: { parameters: readonly ShownParameter[] }) {
  return (
    <dl className="border-line border-t">
      {parameters.map(({ key, value, defaultLabel, isRequired }) => (
        <div
          key={key}
          className="grid grid-cols-[188px_minmax(0,1fr)] gap-x-4 border-line border-b py-2.5 text-sm/5.5 max-medium:grid-cols-1"
        >
          <dt dir="auto" className="text-left font-mono text-text-2 [overflow-wrap:anywhere]">
            {key}
          </dt>
          <dd className="min-w-0 [overflow-wrap:anywhere]">
            {value ? (
              <ShownValueView value={value} label={key} />
            ) : (
              <span className="text-text-3">{absence(isRequired, defaultLabel)}</span>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function absence(isRequired: boolean, defaultLabel: string | undefined): string {
  if (isRequired) return "Not set. Each run has to give it.";
  return defaultLabel === undefined ? "Not set" : `Not set (default: ${defaultLabel})`;
}
