import "server-only";

/**
 * What a page may load: only what this server serves, scripts only with the request's nonce.
 * `style-src-attr` is open for the style attributes of highlighted code and of popovers; style elements need the nonce.
 */
export function contentSecurityPolicy(nonce: string, isDevelopment: boolean): string {
  // React's development build evaluates code to rebuild stack traces; its styles come without a nonce.
  const scripts = isDevelopment ? ` 'unsafe-eval'` : "";
  const styles = isDevelopment ? `'unsafe-inline'` : `'nonce-${nonce}'`;
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'${scripts}`,
    `style-src 'self' ${styles}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}
