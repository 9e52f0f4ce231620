import type { ReactNode } from "react";
import { Brand } from "@/components/layout/brand";
import { JumpField, ShortcutsButton } from "@/components/layout/frame-buttons";
import { FrameDialogs, type FrameDialogsProps } from "@/components/layout/frame-dialogs";
import { NavLinks } from "@/components/layout/nav-links";
import { ReferenceLink } from "@/components/layout/reference-link";
import { ThemeSwitch } from "@/components/layout/theme-switch";
import { TopBar } from "@/components/layout/top-bar";
import { Toaster } from "@/components/ui/toast";

type AppFrameProps = FrameDialogsProps & { serverName: string; version: string; children: ReactNode };

/** What every page stands in: navigation, main landmark, jump box, shortcuts and the corner for toasts. */
export function AppFrame({ serverName, version, findTargets, children }: AppFrameProps) {
  return (
    <>
      <a
        href="#main"
        className="-top-16 absolute left-3 z-60 rounded-ctl bg-raised px-3 py-2 text-accent shadow-2 focus:top-3"
      >
        Skip to content
      </a>
      <TopBar serverName={serverName} version={version} />
      <div className="min-h-dvh medium:grid medium:grid-cols-[232px_minmax(0,1fr)]">
        <div className="border-line border-r bg-bg max-medium:hidden">
          <nav
            aria-label="Main"
            className="sticky top-0 flex h-dvh flex-col gap-4 overflow-y-auto px-3 pt-4 pb-3"
          >
            <Brand serverName={serverName} className="rounded-ctl px-2 py-0.5" />
            <JumpField />
            <NavLinks />
            <div className="mt-auto grid gap-3">
              <div>
                <ReferenceLink />
                <ShortcutsButton />
              </div>
              <div className="flex items-center justify-between pl-2.5 text-text-3 text-xs">
                <span>Version {version}</span>
                <ThemeSwitch />
              </div>
            </div>
          </nav>
        </div>
        <main
          id="main"
          tabIndex={-1}
          className="min-w-0 px-10 pt-6 pb-14 outline-none max-wide:px-6 max-medium:px-4 max-medium:pt-4 max-medium:pb-10"
        >
          <div className="mx-auto max-w-295">{children}</div>
        </main>
      </div>
      <FrameDialogs findTargets={findTargets} />
      <Toaster />
    </>
  );
}
