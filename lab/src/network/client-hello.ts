/**
 * The host that a TLS ClientHello asks for (server name indication), without decrypting anything.
 * Gives undefined when it names none, `more` while bytes are missing. Spec: RFC 8446 §4.1.2, RFC 6066 §3.
 */
export function serverNameOf(bytes: Buffer): string | undefined | 'more' {
  if (bytes.length < 5) return 'more';
  if (bytes[0] !== 0x16) return undefined;
  const end = 5 + bytes.readUInt16BE(3);
  if (bytes.length < end) return 'more';
  // Record header 5, handshake header 4, version 2, random 32.
  let at = 5 + 4 + 2 + 32;
  try {
    at += 1 + bytes.readUInt8(at); // session id
    at += 2 + bytes.readUInt16BE(at); // cipher suites
    at += 1 + bytes.readUInt8(at); // compression methods
    const extensionsEnd = at + 2 + bytes.readUInt16BE(at);
    for (at += 2; at + 4 <= extensionsEnd; at += 4 + bytes.readUInt16BE(at + 2)) {
      // Extension 0 is server_name: list length 2, type 1, name length 2, name.
      if (bytes.readUInt16BE(at) === 0)
        return bytes.toString('latin1', at + 9, at + 9 + bytes.readUInt16BE(at + 7));
    }
  } catch {
    // A ClientHello that ends early names nobody.
  }
  return undefined;
}
