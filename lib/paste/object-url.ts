import { factsOf, onlySource, type PasteSources } from "@/lib/paste/facts";
import { decoded, trimSlashes } from "@/lib/paste/url-parts";

type Place = { readonly bucket: string; readonly path: string; readonly account?: string };

const bucketName = /^[A-Za-z0-9$][\w.-]{0,254}$/;

/** The address of an object or a folder in S3, Google Cloud Storage or Azure, as tools, browsers and consoles write it. */
export function readObjectUrl(text: string): PasteSources | undefined {
  const url = text.trim();
  if (url.length > 4096 || /\s/.test(url)) return undefined;
  return readS3(url) ?? readGoogle(url) ?? readAzure(url);
}

/** The first pattern that matches; its groups are bucket and path. */
function place(url: string, patterns: readonly RegExp[]): Place | undefined {
  for (const pattern of patterns) {
    const { bucket, path = "", account } = pattern.exec(url)?.groups ?? {};
    if (bucket === undefined || !bucketName.test(bucket)) continue;
    const isWeb = /^https?:/i.test(url);
    const plain = isWeb ? decoded(path) : path;
    return { bucket, path: trimSlashes(plain), ...(account === undefined ? {} : { account }) };
  }
  return undefined;
}

const awsHost = String.raw`s3[.-](?:dualstack\.)?(?:[a-z0-9-]+\.)?amazonaws\.com(?:\.cn)?(?::\d+)?`;
const s3Patterns = [
  /^s3[an]?:\/\/(?<bucket>[^/?#]+)(?<path>\/.*)?$/i,
  /^arn:aws[\w-]*:s3:::(?<bucket>[^/]+)(?<path>\/.*)?$/i,
  new RegExp(String.raw`^https?:\/\/(?<bucket>[^/]+)\.${awsHost}(?<path>\/[^?#]*)?(?:[?#]|$)`, "i"),
  new RegExp(String.raw`^https?:\/\/${awsHost}\/(?<bucket>[^/?#]+)(?<path>\/[^?#]*)?(?:[?#]|$)`, "i"),
  /^https?:\/\/(?:[a-z0-9-]+\.)?(?:s3\.)?console\.aws\.amazon\.com\/s3\/(?:buckets|object)\/(?<bucket>[^/?#]+)(?:[^#]*?[?&]prefix=(?<path>[^&#]*))?/i,
] as const;

function readS3(url: string): PasteSources | undefined {
  const found = place(url, s3Patterns);
  if (!found) return undefined;
  const { bucket, path: folder } = found;
  const path = joined(bucket, folder);
  const region = /[.-]([a-z]{2}(?:-[a-z]+)+-\d)\.(?:console\.aws\.)?amazon/i.exec(url)?.[1];
  return onlySource(
    factsOf({
      "s3.bucket": bucket,
      "s3.folder": folder,
      "s3.path": path,
      "storage.url": `s3://${path}`,
      "aws.region": /^https/i.test(url) ? region : undefined,
    }),
    leftOver(url),
  );
}

const googlePatterns = [
  /^(?:gs|gcs):\/\/(?<bucket>[^/?#]+)(?<path>\/.*)?$/i,
  /^https?:\/\/(?<bucket>[^/]+)\.storage\.googleapis\.com(?<path>\/[^?#]*)?(?:[?#]|$)/i,
  /^https?:\/\/storage\.(?:googleapis|cloud\.google)\.com\/(?<bucket>[^/?#]+)(?<path>\/[^?#]*)?(?:[?#]|$)/i,
  /^https?:\/\/console\.cloud\.google\.com\/storage\/browser\/(?:_details\/)?(?<bucket>[^/?#;]+)(?<path>\/[^?#;]*)?/i,
] as const;

function readGoogle(url: string): PasteSources | undefined {
  const found = place(url, googlePatterns);
  if (!found) return undefined;
  const { bucket, path: folder } = found;
  const path = joined(bucket, folder);
  const project = /[?&]project=([^&#]+)/.exec(url)?.[1];
  return onlySource(
    factsOf({
      "gs.bucket": bucket,
      "gs.folder": folder,
      "gs.path": path,
      "storage.url": `gs://${path}`,
      "gcp.projectId": project && decoded(project),
    }),
    project === undefined ? leftOver(url) : [],
  );
}

const azurePatterns = [
  /^(?:abfss?|wasbs?):\/\/(?<bucket>[^/@?#]+)@(?<account>[^./?#]+)\.[^/?#]+(?<path>\/.*)?$/i,
  /^(?:az|abfss?|adl|wasbs?):\/\/(?<bucket>[^/@?#]+)(?<path>\/.*)?$/i,
  /^https?:\/\/(?<account>[^./]+)\.(?:blob|dfs)\.core\.[a-z.]+\/(?<bucket>[^/?#]+)(?<path>\/[^?#]*)?(?:[?#]|$)/i,
] as const;

function readAzure(url: string): PasteSources | undefined {
  const found = place(url, azurePatterns);
  if (!found) return undefined;
  const { bucket: container, path: folder, account } = found;
  const path = joined(container, folder);
  return onlySource(
    factsOf({
      "azure.container": container,
      "azure.folder": folder,
      "azure.path": path,
      "azure.account": account,
      "azure.accountUrl": account && `https://${account}.blob.core.windows.net/`,
      "storage.url": account
        ? `abfs://${container}@${account}.dfs.core.windows.net/${folder}`
        : `az://${path}`,
    }),
    leftOver(url),
  );
}

function joined(bucket: string, folder: string): string {
  return folder === "" ? bucket : `${bucket}/${folder}`;
}

/** A query may hold a signature: it is named, never kept. */
function leftOver(url: string): readonly string[] {
  const isWeb = /^https?:/i.test(url);
  return isWeb && /\?./.test(url) && !/console\./.test(url) ? ["what follows the question mark"] : [];
}
