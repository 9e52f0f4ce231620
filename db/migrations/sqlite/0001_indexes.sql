DROP INDEX `block_documents_schema`;--> statement-breakpoint
CREATE INDEX `block_documents_schema` ON `block_documents` (`block_schema_id`,`name`);--> statement-breakpoint
DROP INDEX `block_types_name`;--> statement-breakpoint
CREATE UNIQUE INDEX `block_types_name` ON `block_types` (`name`,`id`);