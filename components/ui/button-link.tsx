import Link from "next/link";
import type { ComponentProps } from "react";
import { type ButtonLook, buttonLook } from "@/components/ui/button";

type ButtonLinkProps = Omit<ComponentProps<typeof Link>, "href"> & ButtonLook & { href: string };

/** A link that looks like a button. Nothing is fetched before it is followed. */
export function ButtonLink({ variant, size, icon, className, children, ...rest }: ButtonLinkProps) {
  return (
    <Link
      prefetch={false}
      {...rest}
      className={buttonLook({ ...(variant && { variant }), ...(size && { size }) }, className)}
    >
      {icon}
      {children}
    </Link>
  );
}
