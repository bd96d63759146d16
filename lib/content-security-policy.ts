/** What holds for every page. Scripts are added per page: by nonce or by hash, never `unsafe-inline`. */
const directives = [
  "default-src 'self'",
  "base-uri 'none'",
  "object-src 'none'",
  "frame-ancestors 'none'",
  "form-action 'self'",
  "img-src 'self' data:",
  // Without it a worker would need a nonce, which its file cannot have.
  "worker-src 'self'",
];

/**
 * For a page made for one request: only scripts with this nonce run, and what they load. `withPrograms` allows
 * WebAssembly as well, which reads codes where a browser cannot; never JavaScript from a text.
 */
export function policyWithNonce(nonce: string, { withPrograms = false } = {}): string {
  const programs = withPrograms ? " 'wasm-unsafe-eval'" : "";
  return policy(`'nonce-${nonce}' 'strict-dynamic'${programs}`, "'self'");
}

/** For a page that many people get: its inline scripts are allowed by their SHA-256, in base64. */
export function policyWithHashes(hashes: readonly string[]): string {
  const sources = hashes.map((hash) => `'sha256-${hash}'`);
  return policy(["'self'", ...sources].join(" "), "'self'");
}

/** For `next dev`, whose reloading evaluates code, styles in place and talks over a socket. */
export function policyInDevelopment(): string {
  return policy("'self' 'unsafe-inline' 'unsafe-eval'", "'self' 'unsafe-inline'");
}

const policy = (scripts: string, styles: string) =>
  [...directives, `script-src ${scripts}`, `style-src ${styles}`].join("; ");
