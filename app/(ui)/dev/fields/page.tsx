import type { Metadata } from "next";
import NoSuchPage from "@/app/(ui)/[...path]/page";
import { PageHeader } from "@/components/layout/page-header";

export const metadata: Metadata = { title: "Fields" };

/** For developers, in development only: every kind of field in every state. A production build does not hold it. */
export default async function FieldsPage() {
  const gallery =
    process.env.NODE_ENV === "production" ? undefined : await import("@/components/dev/field-gallery");
  if (!gallery)
    return <NoSuchPage params={Promise.resolve({ path: ["dev", "fields"] })} searchParams={none} />;
  const { FieldGallery } = gallery;
  return (
    <>
      <PageHeader
        title="Fields"
        lede="Every kind of field in every state, made of the components that forms are made of."
      />
      <FieldGallery />
    </>
  );
}

const none = Promise.resolve({});
