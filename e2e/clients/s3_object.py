"""Works on the S3 server with the AWS SDK, without Prefect. usage: s3_object.py make BUCKET | read BUCKET KEY"""

import sys

import boto3

client = boto3.client("s3")
if sys.argv[1] == "make":
    client.create_bucket(Bucket=sys.argv[2])
else:
    print(client.get_object(Bucket=sys.argv[2], Key=sys.argv[3])["Body"].read().decode(), end="")
