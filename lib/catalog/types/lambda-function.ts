import { defineBlockType } from "@/lib/catalog/define-block-type";

export const lambdaFunction = defineBlockType({
  slug: "lambda-function",
  name: "Lambda Function",
  category: "Code",
  description: "Calls a function on AWS Lambda from a flow and hands back its answer.",
  capabilities: [],
  isProtected: false,
  logo: { family: "infra", icon: "lambda" },
  example: `from prefect_aws.lambda_function import LambdaFunction

thumbnails = LambdaFunction.load("thumbnails")
response = thumbnails.invoke(payload={"key": "photos/cat.jpg"})
print(response["Payload"].read())`,
  documentationUrl: "https://docs.aws.amazon.com/lambda/latest/dg/welcome.html",
  schema: {
    title: "LambdaFunction",
    type: "object",
    properties: {
      function_name: {
        title: "Function Name",
        description:
          "The function to call, by name, ARN or partial ARN: `make-thumbnails`, `123456789012:function:make-thumbnails`. It must be deployed already.",
        examples: ["make-thumbnails"],
        type: "string",
      },
      qualifier: {
        title: "Qualifier",
        description:
          "A version or alias of the function, such as `12` or `live`. Without it the latest unpublished code runs.",
        examples: ["live"],
        type: "string",
      },
      aws_credentials: {
        title: "AWS Credentials",
        description:
          "Who calls the function. The key or role must be allowed `lambda:InvokeFunction`. Without it the machine that runs the flow uses its own AWS credentials.",
        allOf: [{ $ref: "#/definitions/AwsCredentials" }],
      },
    },
    required: ["function_name"],
    secret_fields: ["aws_credentials.aws_secret_access_key"],
  },
  references: { aws_credentials: ["aws-credentials"] },
  fields: {
    function_name: { mono: true, position: 1 },
    qualifier: { mono: true, position: 2, defaultLabel: "the latest code" },
    aws_credentials: { position: 3, defaultLabel: "the credentials of the machine" },
  },
  pythonClass: { module: "prefect_aws.lambda_function", name: "LambdaFunction" },
});
