/**
 * What the page may load and do, as the value of a `Content-Security-Policy` header (CSP level 3).
 * Everything comes from the bundle; pictures of briefings come over IPC as blobs. Strings never
 * become scripts or markup without a Trusted Types policy.
 */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'none'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join('; ');
