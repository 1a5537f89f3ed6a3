/** A JSON Web Token, taken apart. Nothing is verified: a viewer has no keys. */
export interface WebToken {
  /** Where it begins in the text that it was found in. */
  readonly at: number;
  readonly header: string;
  /** JSON of the claims; undefined where they are encrypted. */
  readonly claims: string | undefined;
  /** Claims that are times, ms since 1970. */
  readonly times: readonly {
    readonly claim: 'iat' | 'nbf' | 'exp' | 'auth_time';
    readonly epochMs: number;
  }[];
}

const TIMES = ['iat', 'auth_time', 'nbf', 'exp'] as const;

/** A text of more tokens is shown as text. */
const MAX_TOKENS = 5;

/** Tokens are a few kilobytes; a longer run is something else. The limits also keep the search linear. */
const TOKEN = /\bey[A-Za-z0-9_-]{8,4096}\.[A-Za-z0-9_-]{0,16384}\.[A-Za-z0-9_-]{0,8192}/g;

/** The tokens in a text, masked ones included. Spec: RFC 7519, RFC 7515 §7.1. */
export function webTokens(text: string): WebToken[] {
  const found: WebToken[] = [];
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    const [head = '', payload = ''] = token.split('.');
    const header = objectText(head);
    if (header === undefined || typeof header.value.alg !== 'string') continue;
    const claims = objectText(payload);
    found.push({
      at: index,
      header: header.text,
      claims: claims?.text,
      times: TIMES.flatMap((claim) => {
        const seconds = claims?.value[claim];
        return typeof seconds === 'number' && Math.abs(seconds) < 1e11
          ? [{ claim, epochMs: seconds * 1000 }]
          : [];
      }),
    });
    if (found.length >= MAX_TOKENS) break;
  }
  return found;
}

function objectText(part: string): { text: string; value: Record<string, unknown> } | undefined {
  try {
    const bytes = Uint8Array.from(atob(part.replaceAll('-', '+').replaceAll('_', '/')), (sign) =>
      sign.charCodeAt(0),
    );
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? { text, value: value as Record<string, unknown> }
      : undefined;
  } catch {
    return undefined;
  }
}
