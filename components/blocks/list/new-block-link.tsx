import { Plus } from "lucide-react";
import { ButtonLink } from "@/components/ui/button-link";
import { Icon } from "@/components/ui/icon";
import { Kbd } from "@/components/ui/kbd";

/** To the catalogue. Stands once on the page: in the title row, or in the empty state. */
export function NewBlockLink() {
  return (
    <ButtonLink href="/blocks/catalog" variant="filled" icon={<Icon icon={Plus} />} aria-keyshortcuts="n">
      New block
      <Kbd isOnFill isSingleKey className="-mr-1">
        N
      </Kbd>
    </ButtonLink>
  );
}
