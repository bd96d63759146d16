/**
 * Under which the socket's address reaches pages and handlers: they never see the socket itself.
 * `recordPeerAddresses` writes it over whatever a client may have sent.
 */
export const peerHeader = "x-pieredze-peer";

/**
 * The network address that a request came from. `X-Forwarded-For` is read from its end, where the proxy
 * next to us wrote, and only as far as those who wrote it are trusted: the rest anybody can make up.
 */
export function clientAddress(headers: Headers, trustedProxies: string): string {
  const trusted = trustedProxies.split(",").map((address) => address.trim());
  const forwarded = (headers.get("x-forwarded-for") ?? "").split(",").map(plain).filter(Boolean);
  let address = plain(headers.get(peerHeader) ?? "");
  while (forwarded.length > 0 && trusted.includes(address)) address = forwarded.pop() ?? "";
  return address || "unknown";
}

/** An IPv4 address in its IPv6 coat is the same address. */
const plain = (address: string) => address.trim().replace(/^::ffff:(?=\d+\.)/i, "");
