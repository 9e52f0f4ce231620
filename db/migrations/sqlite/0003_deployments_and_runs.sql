CREATE TABLE `deployment_schedules` (
	`id` text PRIMARY KEY NOT NULL,
	`created` integer NOT NULL,
	`updated` integer NOT NULL,
	`deployment_id` text NOT NULL,
	`position` integer NOT NULL,
	`schedule` text NOT NULL,
	`is_active` integer NOT NULL,
	`max_active_runs` integer,
	`max_scheduled_runs` integer,
	`catchup` integer NOT NULL,
	FOREIGN KEY (`deployment_id`) REFERENCES `deployments`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `deployment_schedules_deployment` ON `deployment_schedules` (`deployment_id`,`position`);--> statement-breakpoint
CREATE TABLE `deployments` (
	`id` text PRIMARY KEY NOT NULL,
	`created` integer NOT NULL,
	`updated` integer NOT NULL,
	`name` text NOT NULL,
	`flow_id` text NOT NULL,
	`version` text,
	`description` text,
	`manifest_path` text,
	`path` text,
	`entrypoint` text,
	`tags` text NOT NULL,
	`parameters` text NOT NULL,
	`parameter_schema` text,
	`enforces_parameter_schema` integer NOT NULL,
	`infra_overrides` text NOT NULL,
	`pull_steps` text,
	`work_queue_id` text,
	`work_queue_name` text,
	`last_polled` integer,
	`is_paused` integer NOT NULL,
	`storage_document_id` text,
	`storage_type_slug` text NOT NULL,
	`storage_name` text NOT NULL,
	`infrastructure_document_id` text,
	`infrastructure_type_slug` text NOT NULL,
	`infrastructure_name` text NOT NULL,
	FOREIGN KEY (`flow_id`) REFERENCES `flows`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`work_queue_id`) REFERENCES `work_queues`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`storage_document_id`) REFERENCES `block_documents`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`infrastructure_document_id`) REFERENCES `block_documents`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE UNIQUE INDEX `deployments_flow_name` ON `deployments` (`flow_id`,`name`);--> statement-breakpoint
CREATE INDEX `deployments_name` ON `deployments` (`name`);--> statement-breakpoint
CREATE INDEX `deployments_created` ON `deployments` (`created`);--> statement-breakpoint
CREATE INDEX `deployments_updated` ON `deployments` (`updated`);--> statement-breakpoint
CREATE INDEX `deployments_queue` ON `deployments` (`work_queue_id`);--> statement-breakpoint
CREATE INDEX `deployments_storage` ON `deployments` (`storage_document_id`);--> statement-breakpoint
CREATE INDEX `deployments_infrastructure` ON `deployments` (`infrastructure_document_id`);--> statement-breakpoint
CREATE TABLE `flow_run_states` (
	`id` text PRIMARY KEY NOT NULL,
	`type` text NOT NULL,
	`name` text NOT NULL,
	`timestamp` integer NOT NULL,
	`message` text,
	`data` text,
	`details` text NOT NULL,
	`flow_run_id` text NOT NULL,
	FOREIGN KEY (`flow_run_id`) REFERENCES `flow_runs`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `flow_run_states_run` ON `flow_run_states` (`flow_run_id`,`timestamp`);--> statement-breakpoint
CREATE TABLE `flow_runs` (
	`id` text PRIMARY KEY NOT NULL,
	`created` integer NOT NULL,
	`updated` integer NOT NULL,
	`name` text NOT NULL,
	`flow_id` text NOT NULL,
	`deployment_id` text,
	`deployment_version` text,
	`work_queue_id` text,
	`work_queue_name` text,
	`flow_version` text,
	`parameters` text NOT NULL,
	`idempotency_key` text,
	`context` text NOT NULL,
	`empirical_policy` text NOT NULL,
	`tags` text NOT NULL,
	`parent_task_run_id` text,
	`state_id` text,
	`state_type` text,
	`state_name` text,
	`run_count` integer NOT NULL,
	`expected_start_time` integer,
	`next_scheduled_start_time` integer,
	`start_time` integer,
	`end_time` integer,
	`total_run_micros` integer NOT NULL,
	`is_auto_scheduled` integer NOT NULL,
	`infrastructure_document_id` text,
	`infrastructure_pid` text,
	`created_by` text,
	`job_variables` text,
	FOREIGN KEY (`flow_id`) REFERENCES `flows`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`deployment_id`) REFERENCES `deployments`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`work_queue_id`) REFERENCES `work_queues`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`infrastructure_document_id`) REFERENCES `block_documents`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE UNIQUE INDEX `flow_runs_flow_idempotency` ON `flow_runs` (`flow_id`,`idempotency_key`);--> statement-breakpoint
CREATE INDEX `flow_runs_due` ON `flow_runs` (`work_queue_id`,`state_type`,`next_scheduled_start_time`,`id`);--> statement-breakpoint
CREATE INDEX `flow_runs_state` ON `flow_runs` (`state_type`,`next_scheduled_start_time`);--> statement-breakpoint
CREATE INDEX `flow_runs_deployment` ON `flow_runs` (`deployment_id`,`expected_start_time`,`id`);--> statement-breakpoint
CREATE INDEX `flow_runs_expected` ON `flow_runs` (`expected_start_time`,`id`);--> statement-breakpoint
CREATE INDEX `flow_runs_flow` ON `flow_runs` (`flow_id`,`expected_start_time`,`id`);--> statement-breakpoint
CREATE INDEX `flow_runs_parent` ON `flow_runs` (`parent_task_run_id`);--> statement-breakpoint
CREATE INDEX `flow_runs_infrastructure` ON `flow_runs` (`infrastructure_document_id`);--> statement-breakpoint
CREATE TABLE `flows` (
	`id` text PRIMARY KEY NOT NULL,
	`created` integer NOT NULL,
	`updated` integer NOT NULL,
	`name` text NOT NULL,
	`tags` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `flows_name` ON `flows` (`name`);--> statement-breakpoint
CREATE INDEX `flows_created` ON `flows` (`created`);--> statement-breakpoint
CREATE TABLE `leases` (
	`name` text PRIMARY KEY NOT NULL,
	`holder` text NOT NULL,
	`until` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `logs` (
	`id` text PRIMARY KEY NOT NULL,
	`created` integer NOT NULL,
	`name` text NOT NULL,
	`level` integer NOT NULL,
	`message` text NOT NULL,
	`timestamp` integer NOT NULL,
	`flow_run_id` text,
	`task_run_id` text
);
--> statement-breakpoint
CREATE INDEX `logs_flow_run` ON `logs` (`flow_run_id`,`timestamp`);--> statement-breakpoint
CREATE INDEX `logs_follow` ON `logs` (`flow_run_id`,`created`);--> statement-breakpoint
CREATE INDEX `logs_task_run` ON `logs` (`task_run_id`,`timestamp`);--> statement-breakpoint
CREATE TABLE `task_run_states` (
	`id` text PRIMARY KEY NOT NULL,
	`type` text NOT NULL,
	`name` text NOT NULL,
	`timestamp` integer NOT NULL,
	`message` text,
	`data` text,
	`details` text NOT NULL,
	`task_run_id` text NOT NULL,
	`cache_key` text,
	`cache_expiration` integer,
	FOREIGN KEY (`task_run_id`) REFERENCES `task_runs`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `task_run_states_run` ON `task_run_states` (`task_run_id`,`timestamp`);--> statement-breakpoint
CREATE INDEX `task_run_states_cache` ON `task_run_states` (`cache_key`,`timestamp`);--> statement-breakpoint
CREATE TABLE `task_runs` (
	`id` text PRIMARY KEY NOT NULL,
	`created` integer NOT NULL,
	`updated` integer NOT NULL,
	`name` text NOT NULL,
	`flow_run_id` text,
	`task_key` text NOT NULL,
	`dynamic_key` text NOT NULL,
	`cache_key` text,
	`cache_expiration` integer,
	`task_version` text,
	`empirical_policy` text NOT NULL,
	`tags` text NOT NULL,
	`task_inputs` text NOT NULL,
	`state_id` text,
	`state_type` text,
	`state_name` text,
	`run_count` integer NOT NULL,
	`expected_start_time` integer,
	`next_scheduled_start_time` integer,
	`start_time` integer,
	`end_time` integer,
	`total_run_micros` integer NOT NULL,
	`flow_run_run_count` integer NOT NULL,
	FOREIGN KEY (`flow_run_id`) REFERENCES `flow_runs`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `task_runs_keys` ON `task_runs` (`flow_run_id`,`task_key`,`dynamic_key`);--> statement-breakpoint
CREATE INDEX `task_runs_expected` ON `task_runs` (`expected_start_time`,`id`);--> statement-breakpoint
CREATE TABLE `work_pools` (
	`id` text PRIMARY KEY NOT NULL,
	`created` integer NOT NULL,
	`updated` integer NOT NULL,
	`name` text NOT NULL,
	`description` text,
	`type` text NOT NULL,
	`base_job_template` text NOT NULL,
	`is_paused` integer NOT NULL,
	`concurrency_limit` integer,
	`default_queue_id` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `work_pools_name` ON `work_pools` (`name`);--> statement-breakpoint
CREATE TABLE `work_queues` (
	`id` text PRIMARY KEY NOT NULL,
	`created` integer NOT NULL,
	`updated` integer NOT NULL,
	`name` text NOT NULL,
	`description` text NOT NULL,
	`is_paused` integer NOT NULL,
	`concurrency_limit` integer,
	`priority` integer NOT NULL,
	`work_pool_id` text NOT NULL,
	`filter` text,
	`last_polled` integer,
	FOREIGN KEY (`work_pool_id`) REFERENCES `work_pools`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `work_queues_pool_name` ON `work_queues` (`work_pool_id`,`name`);--> statement-breakpoint
CREATE INDEX `work_queues_name` ON `work_queues` (`name`);