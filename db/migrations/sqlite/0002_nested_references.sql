PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_block_document_references` (
	`parent_id` text NOT NULL,
	`name` text NOT NULL,
	`path` text DEFAULT '' NOT NULL,
	`child_id` text,
	`child_name` text DEFAULT '' NOT NULL,
	`child_type_slug` text DEFAULT '' NOT NULL,
	`position` integer NOT NULL,
	PRIMARY KEY(`parent_id`, `name`, `path`),
	FOREIGN KEY (`parent_id`) REFERENCES `block_documents`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`child_id`) REFERENCES `block_documents`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
INSERT INTO `__new_block_document_references`("parent_id", "name", "path", "child_id", "child_name", "child_type_slug", "position") SELECT `parent_id`, `reference`.`name`, '', `child_id`, `child`.`name`, `slug`, `position` FROM `block_document_references` AS `reference` JOIN `block_documents` AS `child` ON `child`.`id` = `child_id` JOIN `block_types` ON `block_types`.`id` = `child`.`block_type_id`;--> statement-breakpoint
DROP TABLE `block_document_references`;--> statement-breakpoint
ALTER TABLE `__new_block_document_references` RENAME TO `block_document_references`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `block_document_references_child` ON `block_document_references` (`child_id`);