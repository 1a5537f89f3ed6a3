/** What a frame that closes a WebSocket says: its code, and the reason where there is one. Spec: RFC 6455 §5.5.1. */
export function closeText(data: string): string {
  // Fiddler's archive, and some exporters, write the number; Chrome the bytes in base64.
  if (/^\s{0,4}\d{4}\b/.test(data) || !/^[A-Za-z0-9+/]{3,}={0,2}$/.test(data)) return data;
  try {
    const bytes = Uint8Array.from(atob(data), (sign) => sign.charCodeAt(0));
    const code = (bytes[0] ?? 0) * 256 + (bytes[1] ?? 0);
    // RFC 6455 §7.4.2: codes lie between 1000 and 4999.
    if (code < 1000 || code > 4999) return data;
    return `${code} ${new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(2))}`.trim();
  } catch {
    return data;
  }
}
