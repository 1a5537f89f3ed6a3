/** Text as base64url without padding, the encoding of JWT parts. Spec: RFC 7515 §2. */
export function encodeBase64Url(text: string): string {
  return encodeBase64(text)
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/={1,2}$/, '');
}

/** Text as padded base64 of its UTF-8 bytes, the encoding of Basic credentials. Spec: RFC 4648 §4, RFC 7617 §2. */
export function encodeBase64(text: string): string {
  let binary = '';
  for (const byte of new TextEncoder().encode(text)) binary += String.fromCharCode(byte);
  return btoa(binary);
}

/** The UTF-8 text inside base64 or base64url, padded or not; `undefined` when it is none, or no text. */
export function decodeBase64Text(encoded: string): string | undefined {
  if (!/^[A-Za-z0-9+/_-]*={0,2}$/.test(encoded)) return undefined;
  try {
    const binary = atob(encoded.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
