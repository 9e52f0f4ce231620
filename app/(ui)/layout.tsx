import type { ReactNode } from "react";
import { findJumpTargetsAction } from "@/app/(ui)/_jump-action";
import { AppFrame } from "@/components/layout/app-frame";
import { getContext } from "@/lib/server/context";
import packageFile from "@/package.json";

export default function UiLayout({ children }: { children: ReactNode }) {
  const { config } = getContext();
  return (
    <AppFrame
      serverName={config.serverName}
      version={packageFile.version}
      findTargets={findJumpTargetsAction}
    >
      {children}
    </AppFrame>
  );
}
