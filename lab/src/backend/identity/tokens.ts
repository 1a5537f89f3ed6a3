import { createPublicKey, generateKeyPairSync, type KeyObject, sign, verify } from 'node:crypto';

/** Claims of an access token. Times in epoch seconds (RFC 7519 §4.1). */
export interface Claims {
  readonly iss: string;
  readonly sub: string;
  readonly aud: string;
  readonly scope: string;
  /** Organisation. */
  readonly org: string;
  readonly iat: number;
  readonly nbf: number;
  readonly exp: number;
}

/** Who signs; one key a run, so that no file ever holds a token that somebody trusts. */
export interface Signer {
  readonly keyId: string;
  /** A JWT in compact form, ES256 (RFC 7518 §3.4). */
  sign(claims: Claims): string;
  /** As the identity provider publishes it (RFC 7517). */
  publicJwk(): Record<string, unknown>;
  /** The claims of a token that this key signed. undefined = it did not, or it is no token. */
  open(token: string): Claims | undefined;
}

/** Tokens that are remembered; a run of the lab has a handful, a load some thousands. */
const maxOpened = 10_000;

export function makeSigner(keyId: string): Signer {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  // A page shows the same token again and again, and checking a signature is the dearest thing that services do.
  const opened = new Map<string, Claims | undefined>();
  return {
    keyId,
    sign(claims) {
      const head = part({ alg: 'ES256', typ: 'JWT', kid: keyId });
      const signed = `${head}.${part(claims)}`;
      const signature = sign('sha256', Buffer.from(signed), { key: privateKey, dsaEncoding: 'ieee-p1363' });
      return `${signed}.${signature.toString('base64url')}`;
    },
    publicJwk: () => ({ ...createPublicKey(publicKey).export({ format: 'jwk' }), kid: keyId, use: 'sig' }),
    open(token) {
      if (!opened.has(token)) {
        if (opened.size >= maxOpened) opened.clear();
        opened.set(token, openToken(token, publicKey));
      }
      return opened.get(token);
    },
  };
}

function openToken(token: string, key: KeyObject): Claims | undefined {
  const [head, claims, signature, ...rest] = token.split('.');
  if (head === undefined || claims === undefined || signature === undefined || rest.length > 0)
    return undefined;
  const options = { key, dsaEncoding: 'ieee-p1363' } as const;
  try {
    const genuine = verify(
      'sha256',
      Buffer.from(`${head}.${claims}`),
      options,
      Buffer.from(signature, 'base64url'),
    );
    return genuine ? (JSON.parse(Buffer.from(claims, 'base64url').toString()) as Claims) : undefined;
  } catch {
    return undefined;
  }
}

function part(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
