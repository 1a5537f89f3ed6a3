/** Names of the parameters that carry SAML messages. Spec: SAML 2.0 Bindings §3.4, §3.5. */
export const SAML_PARAMETER = /^SAML(?:Request|Response)$/i;

/** A message is some ten kilobytes; a bomb is more. */
const MAX_BYTES = 4 * 1024 * 1024;

/** The XML of a SAML message: base64, and deflated too where it went by redirect; undefined where it is none. */
export async function samlXml(value: string): Promise<string | undefined> {
  const bytes = base64Bytes(value);
  if (bytes === undefined) return undefined;
  for (const read of [async () => bytes, async () => await inflated(bytes)]) {
    const content = await read();
    if (content === undefined) continue;
    const text = new TextDecoder().decode(content);
    if (/^\s*</.test(text)) return text;
  }
  return undefined;
}

function base64Bytes(value: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    const plain = (/%[0-9a-f]{2}/i.test(value) ? decodeURIComponent(value) : value).replace(/\s/g, '');
    return Uint8Array.from(atob(plain.replaceAll('-', '+').replaceAll('_', '/')), (sign) =>
      sign.charCodeAt(0),
    );
  } catch {
    return undefined;
  }
}

/** Stops where the cap is reached, so that a small message cannot fill the memory. */
async function inflated(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array | undefined> {
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  const pieces: Uint8Array[] = [];
  let size = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      size += value.length;
      if (size > MAX_BYTES) return undefined;
      pieces.push(value);
    }
  } catch {
    return undefined;
  } finally {
    reader.cancel().catch(() => {});
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
