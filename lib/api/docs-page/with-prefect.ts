/** The same in Prefect, by operation: what its client or its command line does with one call of this API. */
export const withPrefect: Readonly<Record<string, { readonly title: string; readonly code: string }>> = {
  create_block_document: {
    title: "Python",
    code: `from prefect.filesystems import S3

S3(bucket_path="my-bucket/a-directory").save("log-test")`,
  },
  filter_block_documents: { title: "Command line of Prefect", code: "prefect block ls" },
  read_block_document_by_name: {
    title: "Python",
    code: `from prefect.blocks.core import Block

storage = Block.load("s3/log-test")`,
  },
  update_block_document: {
    title: "Python",
    code: `from prefect.filesystems import S3

storage = S3.load("log-test")
storage.bucket_path = "my-bucket/another-directory"
storage.save("log-test", overwrite=True)`,
  },
  delete_block_document: {
    title: "Python",
    code: `from prefect.blocks.core import Block

Block.delete("s3/log-test")`,
  },
  filter_block_types: { title: "Command line of Prefect", code: "prefect block type ls" },
  create_block_type: { title: "Command line of Prefect", code: "prefect block register -m my_blocks" },
  create_block_schema: { title: "Command line of Prefect", code: "prefect block register -m my_blocks" },
  read_block_type_by_slug: { title: "Command line of Prefect", code: "prefect block type inspect s3" },
  delete_block_type: { title: "Command line of Prefect", code: "prefect block type delete s3" },
};
