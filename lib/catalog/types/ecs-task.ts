import { defineBlockType } from "@/lib/catalog/define-block-type";

export const ecsTask = defineBlockType({
  slug: "ecs-task",
  name: "ECS Task",
  category: "Infrastructure",
  description: "Runs flows as tasks on Amazon ECS, on Fargate or on machines of your own.",
  capabilities: ["run-infrastructure"],
  isProtected: false,
  deprecated: {
    successor: { name: "ECS work pool" },
    note: "It works with every 2.x client and was removed in 3.0, where the ECS work pool takes its place.",
  },
  logo: { family: "infra", icon: "ecs" },
  example: `from prefect_aws.ecs import ECSTask

runner = ECSTask.load("fargate-eu")
print(runner.preview())  # task definition and request as YAML`,
  documentationUrl: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definitions.html",
  schema: {
    title: "ECSTask",
    type: "object",
    properties: {
      type: {
        title: "Type",
        description: "Tells clients that this is an ECS task. There is only this one value.",
        default: "ecs-task",
        enum: ["ecs-task"],
        type: "string",
      },
      env: {
        title: "Environment Variables",
        description:
          "Variables that the flow sees inside the container, such as `LOG_LEVEL=DEBUG`. They are passed with each run and do not enter the task definition. The agent's own Prefect settings are added by themselves.",
        type: "object",
        additionalProperties: { type: "string" },
      },
      labels: {
        title: "Labels",
        description:
          "Tags of the running task, such as `team=data`, to find it in the console and in cost reports. Characters that AWS does not allow are replaced. Tags that name the flow run are added by themselves.",
        type: "object",
        additionalProperties: { type: "string" },
      },
      name: {
        title: "Name",
        description:
          "What the task is called in the agent's output, such as `orders`, and how its log streams begin. Without it the name of the flow run is used.",
        examples: ["orders"],
        type: "string",
      },
      command: {
        title: "Command",
        description:
          "What the container starts, one argument in each row. Leave it out unless you need a wrapper: the flow run is then started with `python -m prefect.engine`.",
        type: "array",
        items: { type: "string" },
      },
      aws_credentials: {
        title: "AWS Credentials",
        description:
          "Who registers task definitions and starts tasks. The region must be that of the cluster. Without it the machine of the agent uses its own AWS credentials.",
        allOf: [{ $ref: "#/definitions/AwsCredentials" }],
      },
      task_definition_arn: {
        title: "Task Definition Arn",
        description:
          "A task definition that exists already, by ARN or family and revision: `flows:7`. When other fields here differ from it, a changed copy is registered. It excludes Task Definition.",
        examples: ["arn:aws:ecs:eu-central-1:123456789012:task-definition/flows:7"],
        type: "string",
      },
      task_definition: {
        title: "Task Definition",
        description:
          "A complete task definition, as `aws ecs register-task-definition` takes it. The flow runs in its container named `prefect`, which is added when it is missing. Without it a small one is made from the other fields.",
        type: "object",
      },
      family: {
        title: "Family",
        description:
          "The family under which task definitions are registered, such as `flows`. Without it the family of the task definition counts, and without that a name made from flow and deployment.",
        examples: ["flows"],
        type: "string",
      },
      image: {
        title: "Image",
        description:
          "The image to run, with its tag: `registry.example.com/flows:1.4`. Without it the image of the task definition counts, and without that the Prefect image of the agent's own version.",
        examples: ["registry.example.com/flows:1.4"],
        type: "string",
      },
      auto_deregister_task_definition: {
        title: "Auto Deregister Task Definition",
        description:
          "On: task definitions that this block registered become inactive after the run. Off: they stay active, which saves time when the next run can use them again. One named by its ARN is never touched.",
        default: true,
        type: "boolean",
      },
      cpu: {
        title: "CPU",
        description:
          "CPU units for the task, 1024 for one virtual CPU. Fargate takes only certain pairs of CPU and memory, for example 1024 with 2048 to 8192. Without it the task definition counts, and without that 1024.",
        type: "integer",
      },
      memory: {
        title: "Memory",
        description:
          "Memory for the task in MiB, for example 4096 for 4 GiB. Without it the task definition counts, and without that 2048.",
        type: "integer",
      },
      execution_role_arn: {
        title: "Execution Role ARN",
        description:
          "The role with which ECS starts the task, such as `arn:aws:iam::123456789012:role/ecsTaskExecutionRole`: it pulls the image and writes the logs. Needed for CloudWatch logs and for private images.",
        examples: ["arn:aws:iam::123456789012:role/ecsTaskExecutionRole"],
        type: "string",
      },
      configure_cloudwatch_logs: {
        title: "Configure Cloudwatch Logs",
        description:
          "On: what the container prints goes to CloudWatch Logs, into the group `prefect` unless the options below name another. It needs an execution role that may write logs. Without it the choice follows Stream Output.",
        type: "boolean",
      },
      cloudwatch_logs_options: {
        title: "Cloudwatch Logs Options",
        description:
          "Options of the `awslogs` driver, by name, for example `awslogs-group=flows`. They lie over group `prefect`, the region of the task and a stream prefix. They count only with CloudWatch logs switched on.",
        type: "object",
        additionalProperties: { type: "string" },
      },
      stream_output: {
        title: "Stream Output",
        description:
          "On: what the container prints also appears in the agent's output, read from CloudWatch. Without it the output stays in CloudWatch, or nowhere when that is off.",
        type: "boolean",
      },
      launch_type: {
        title: "Launch Type",
        description:
          "Where the task runs: `FARGATE` needs no machines, `FARGATE_SPOT` is cheaper and may be stopped at short notice, `EC2` uses machines of the cluster, `EXTERNAL` machines outside AWS.",
        default: "FARGATE",
        enum: ["FARGATE", "EC2", "EXTERNAL", "FARGATE_SPOT"],
        type: "string",
      },
      vpc_id: {
        title: "VPC ID",
        description:
          "The network of the task, such as `vpc-0a1b2c3d`. All its subnets are used and the task gets a public address. It counts with the network mode `awsvpc`, which Fargate always has. Without it the default VPC is used, and the run fails when there is none.",
        examples: ["vpc-0a1b2c3d"],
        type: "string",
      },
      cluster: {
        title: "Cluster",
        description:
          "The cluster that runs the task, by name or ARN: `flows-eu`. Without it the cluster named `default` is used.",
        examples: ["flows-eu"],
        type: "string",
      },
      task_role_arn: {
        title: "Task Role ARN",
        description:
          "The role of the code inside the container, such as `arn:aws:iam::123456789012:role/flow-orders`: what the flow itself may do in AWS. Without it the role of the task definition counts.",
        examples: ["arn:aws:iam::123456789012:role/flow-orders"],
        type: "string",
      },
      task_customizations: {
        title: "Task Customizations",
        description:
          'JSON Patch operations on the request that starts the task, applied in order, for example `{"op": "replace", "path": "/networkConfiguration/awsvpcConfiguration/assignPublicIp", "value": "DISABLED"}`.',
        type: "array",
        format: "rfc6902",
        items: { type: "object", additionalProperties: { type: "string" } },
      },
      task_start_timeout_seconds: {
        title: "Task Start Timeout Seconds",
        description:
          "How many seconds the agent waits until the task runs. Large images and clusters that add machines on demand often need more, for example 600.",
        default: 120,
        type: "integer",
      },
      task_watch_poll_interval: {
        title: "Task Watch Poll Interval",
        description:
          "How many seconds lie between two looks at the state of the task. A larger number helps when many runs meet the request limits of AWS.",
        default: 5.0,
        type: "number",
      },
    },
    secret_fields: ["aws_credentials.aws_secret_access_key"],
  },
  references: { aws_credentials: ["aws-credentials"] },
  fields: {
    aws_credentials: { position: 1, defaultLabel: "the credentials of the machine" },
    cluster: { mono: true, position: 2, defaultLabel: "the default cluster" },
    launch_type: { position: 3 },
    image: { mono: true, position: 4, defaultLabel: "the Prefect image" },
    cpu: { position: 5, defaultLabel: "the task definition, else 1024" },
    memory: { position: 6, defaultLabel: "the task definition, else 2048" },
    execution_role_arn: { mono: true, position: 7, defaultLabel: "the task definition's" },
    task_role_arn: { mono: true, position: 8, defaultLabel: "the task definition's" },
    vpc_id: { mono: true, position: 9, defaultLabel: "the default VPC" },
    command: { mono: true, position: 10, entryLabel: "argument", defaultLabel: "start the flow run" },
    env: { position: 11, entryLabel: "variable", defaultLabel: "none" },
    stream_output: { position: 12, defaultLabel: "off" },
    configure_cloudwatch_logs: { position: 13, defaultLabel: "as Stream Output" },
    name: { mono: true, advanced: true, defaultLabel: "the name of the flow run" },
    labels: { advanced: true, entryLabel: "label", defaultLabel: "none" },
    cloudwatch_logs_options: { advanced: true, entryLabel: "option", defaultLabel: "none" },
    task_definition_arn: { mono: true, advanced: true, defaultLabel: "a new one" },
    task_definition: { advanced: true, language: "json", defaultLabel: "made from the other fields" },
    family: { mono: true, advanced: true, defaultLabel: "made from flow and deployment" },
    auto_deregister_task_definition: { advanced: true },
    task_customizations: { advanced: true, language: "json", defaultLabel: "none" },
    task_start_timeout_seconds: { advanced: true },
    task_watch_poll_interval: { advanced: true },
  },
  pythonClass: { module: "prefect_aws.ecs", name: "ECSTask" },
});
