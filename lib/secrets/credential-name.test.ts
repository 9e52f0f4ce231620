import { expect, it } from "vitest";
import { isCredentialName, isCredentialText } from "@/lib/secrets/credential-name";

it.each([
  ..."password PASSWORD Password DB_PASSWORD dbPassword PGPASSWORD MYSQL_PWD passwd SMTP_PASS passphrase".split(
    " ",
  ),
  ..."token TOKEN github-token accessToken refresh_token X-Auth-Token x-amz-security-token sessiontoken".split(
    " ",
  ),
  ..."secret client_secret clientSecret AWS_SECRET_ACCESS_KEY secretAccessKey SECRET_KEY_BASE secrets".split(
    " ",
  ),
  ..."API_KEY apiKey api-key apikey X-Api-Key X-API-Key ACCOUNT_KEY private_key privateKey ssh.key".split(
    " ",
  ),
  ..."ENCRYPTION_KEY OPENAI_API_KEY_2 API_KEYS Authorization Proxy-Authorization Cookie credentials".split(
    " ",
  ),
  ..."GOOGLE_APPLICATION_CREDENTIALS creds connection_string connectionString AZURE_STORAGE_CONNECTION_STRING".split(
    " ",
  ),
  ..."SENTRY_DSN DATABASE_URL SLACK_WEBHOOK_URL service_account_info serviceAccountJson keyfile_json kubeconfig".split(
    " ",
  ),
  ..."DB_PASSWORD_PROD TOKEN_OLD PRIVATE_KEY_B64 basic_auth GITHUB_PAT account_key sas_token".split(" "),
])("%s reads like a credential", (key) => {
  expect(isCredentialName(key)).toBe(true);
});

it.each([
  ..."monkey keyboard key KEY keys hockey turkey keystore passenger compass bypass secretary tokenizer".split(
    " ",
  ),
  ..."public_key PUBLIC_KEY publicKey primary_key partition_key sort-key cache_key object_key routing_key".split(
    " ",
  ),
  ..."authorized_keys max_tokens MAX_TOKENS max_new_tokens next_token pageToken eos_token".split(" "),
  ..."token_url TOKEN_EXPIRY PASSWORD_FILE private_key_path secret_name SecretName key_id AWS_ACCESS_KEY_ID".split(
    " ",
  ),
  ..."use_token USE_PASSWORD has_secret enable_token requirePassword username user account client_id".split(
    " ",
  ),
  ..."author authority authentication auth_type LOG_LEVEL URL url base_url endpoint_url cookie_domain".split(
    " ",
  ),
  ...["", "_", "1", "Ä", "*", "constructor", "__proto__", "toString", `${"a".repeat(300)}_password`],
])("%s does not", (key) => {
  expect(isCredentialName(key)).toBe(false);
});

it("an address with a password in it is a credential, whatever its key", () => {
  for (const text of [
    "postgres://user:pw@host/db",
    "postgresql+asyncpg://u:p%40@db.example.com:5432/x",
    "redis://:pw@cache:6379",
    "https://user:token@git.example.com/x.git",
  ])
    expect(isCredentialText(text)).toBe(true);
  for (const text of [
    "postgres://user@host/db",
    "https://example.com:8080/a@b",
    "https://example.com/a:b@c",
    "s3://bucket/a:b@c",
    "mailto:a@b",
    "a:b@c",
    "",
  ])
    expect(isCredentialText(text)).toBe(false);
});
