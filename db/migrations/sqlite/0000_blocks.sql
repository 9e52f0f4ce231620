CREATE TABLE `block_document_references` (
	`parent_id` text NOT NULL,
	`name` text NOT NULL,
	`child_id` text NOT NULL,
	`position` integer NOT NULL,
	PRIMARY KEY(`parent_id`, `name`),
	FOREIGN KEY (`parent_id`) REFERENCES `block_documents`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`child_id`) REFERENCES `block_documents`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `block_document_references_child` ON `block_document_references` (`child_id`);--> statement-breakpoint
CREATE TABLE `block_documents` (
	`id` text PRIMARY KEY NOT NULL,
	`created` integer NOT NULL,
	`updated` integer NOT NULL,
	`name` text NOT NULL,
	`is_anonymous` integer NOT NULL,
	`block_type_id` text NOT NULL,
	`block_schema_id` text NOT NULL,
	`key_id` text NOT NULL,
	`ciphertext` text NOT NULL,
	`secret_marks` text NOT NULL,
	`secret_dates` text NOT NULL,
	FOREIGN KEY (`block_type_id`) REFERENCES `block_types`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`block_schema_id`) REFERENCES `block_schemas`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `block_documents_type_name` ON `block_documents` (`block_type_id`,`name`);--> statement-breakpoint
CREATE INDEX `block_documents_schema` ON `block_documents` (`block_schema_id`);--> statement-breakpoint
CREATE INDEX `block_documents_name` ON `block_documents` (`is_anonymous`,`name`,`id`);--> statement-breakpoint
CREATE INDEX `block_documents_updated` ON `block_documents` (`is_anonymous`,`updated`,`id`);--> statement-breakpoint
CREATE INDEX `block_documents_key` ON `block_documents` (`key_id`);--> statement-breakpoint
CREATE TABLE `block_schema_references` (
	`parent_id` text NOT NULL,
	`position` integer NOT NULL,
	`child_id` text NOT NULL,
	`name` text NOT NULL,
	PRIMARY KEY(`parent_id`, `position`),
	FOREIGN KEY (`parent_id`) REFERENCES `block_schemas`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`child_id`) REFERENCES `block_schemas`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `block_schema_references_child` ON `block_schema_references` (`child_id`);--> statement-breakpoint
CREATE TABLE `block_schemas` (
	`id` text PRIMARY KEY NOT NULL,
	`created` integer NOT NULL,
	`updated` integer NOT NULL,
	`checksum` text NOT NULL,
	`version` text NOT NULL,
	`block_type_id` text NOT NULL,
	`capabilities` text NOT NULL,
	`fields` text NOT NULL,
	FOREIGN KEY (`block_type_id`) REFERENCES `block_types`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `block_schemas_checksum_version` ON `block_schemas` (`checksum`,`version`);--> statement-breakpoint
CREATE INDEX `block_schemas_type_created` ON `block_schemas` (`block_type_id`,`created`);--> statement-breakpoint
CREATE INDEX `block_schemas_created` ON `block_schemas` (`created`);--> statement-breakpoint
CREATE TABLE `block_types` (
	`id` text PRIMARY KEY NOT NULL,
	`created` integer NOT NULL,
	`updated` integer NOT NULL,
	`name` text NOT NULL,
	`slug` text NOT NULL,
	`logo_url` text,
	`documentation_url` text,
	`description` text,
	`code_example` text,
	`is_protected` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `block_types_slug` ON `block_types` (`slug`);--> statement-breakpoint
CREATE INDEX `block_types_name` ON `block_types` (`name`,`id`);