import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { plexMono, plexSans } from "@/app/fonts";
import "@/app/globals.css";

// Every page reads the database and carries a nonce: nothing is rendered at build time.
export const dynamic = "force-dynamic";

export const metadata: Metadata = { title: { default: "Blockyard", template: "%s · Blockyard" } };
export const viewport: Viewport = { width: "device-width", initialScale: 1, colorScheme: "light dark" };

// Runs before the first paint, so that the theme never flashes. The theme and whether single-key shortcuts act are the
// only things kept in the browser.
const themeScript = `(function(){var d=document.documentElement,m=matchMedia("(prefers-color-scheme: dark)");
function a(){var c="system",k="on";
try{c=localStorage.getItem("blockyard-theme")||c;k=localStorage.getItem("blockyard-single-keys")||k}catch(e){}
d.dataset.themeChoice=c;d.dataset.theme=c==="light"||c==="dark"?c:m.matches?"dark":"light";
d.dataset.singleKeys=k==="off"?"off":"on"}
a();m.addEventListener("change",a);window.addEventListener("storage",a);window.addEventListener("blockyard-theme",a);
window.addEventListener("blockyard-single-keys",a)})()`;

export default async function RootLayout({ children }: { children: ReactNode }) {
  const nonce = (await headers()).get("x-nonce") ?? undefined;
  return (
    <html lang="en" className={`${plexSans.variable} ${plexMono.variable}`} suppressHydrationWarning>
      <head>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of ours, no input goes in */}
        <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: themeScript }} />
      </head>
      <body>{children}</body>
    </html>
  );
}
