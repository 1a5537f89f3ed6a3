import { describe, expect, it } from 'vitest';
import { encodeBase64 } from '../pseudonyms/base64-text.ts';
import { growUuid } from '../testing/grow.ts';
import { createRandom } from '../testing/random.ts';
import { nameVerdict } from './name-verdict.ts';

const random = createRandom(99);
const word = (length: number): string =>
  random.text('abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ', length);

/** The field with what goes replaced by its kind. */
function masked(
  name: string,
  value: string,
  place: 'request-header' | 'response-header' = 'request-header',
): string {
  const parts = nameVerdict({ place, name, value })?.parts ?? [];
  return [...parts]
    .reverse()
    .reduce((text, { start, end, kind }) => `${text.slice(0, start)}‹${kind}›${text.slice(end)}`, value);
}

describe('authentication fields', () => {
  it('keep the scheme and drop the token', () => {
    expect(masked('Authorization', `Bearer ${word(40)}`)).toBe('Bearer ‹access-token›');
    expect(masked('authorization', `bearer ${word(9)}`)).toBe('bearer ‹access-token›');
    expect(masked('Authorization', `Token ${word(40)}`)).toBe('Token ‹access-token›');
    expect(masked('Authorization', word(40))).toBe('‹access-token›');
    expect(masked('Proxy-Authorization', `Basic ${encodeBase64(`ann:${word(8)}`)}`)).toBe('Basic ‹basic›');
    expect(masked('Authorization', `Negotiate ${word(200)}==`)).toBe('Negotiate ‹negotiate›');
    expect(masked('Authorization', `NTLM ${word(60)}=`)).toBe('NTLM ‹negotiate›');
    expect(masked('x-serverless-authorization', `Bearer ${word(40)}`)).toBe('Bearer ‹access-token›');
    expect(masked('Authorization', `SSWS 00${word(40)}`)).toBe('SSWS ‹access-token›');
  });

  it('keep the org id at the end of a token', () => {
    const org = growUuid(random);
    expect(masked('Authorization', `Bearer ${word(64)}_P0A1_${org}`)).toBe(
      `Bearer ‹access-token›_P0A1_${org}`,
    );
  });

  it('show what was broken: no token, undefined, null', () => {
    for (const value of ['Bearer', 'Bearer ', 'Bearer undefined', 'Bearer null', 'Bearer [redacted]', '']) {
      expect(masked('Authorization', value)).toBe(value);
    }
  });

  it('keep the parameters of Digest that say what for, and drop its proofs', () => {
    expect(
      masked(
        'Authorization',
        `Digest username="ann", realm="pbx.example.com", nonce="${word(32)}", uri="sip:pbx.example.com", qop=auth, nc=00000001, cnonce="${word(16)}", response="${word(32)}", opaque="${word(16)}", algorithm=MD5`,
      ),
    ).toBe(
      'Digest username="ann", realm="pbx.example.com", nonce="‹nonce›", uri="sip:pbx.example.com", qop=auth, nc=00000001, cnonce="‹nonce›", response="‹signature›", opaque="‹nonce›", algorithm=MD5',
    );
  });

  it('keep the credential scope of AWS and drop key id and signature', () => {
    expect(
      masked(
        'Authorization',
        `AWS4-HMAC-SHA256 Credential=${'A'}KIA${word(16).toUpperCase()}/20260101/eu-west-1/execute-api/aws4_request, SignedHeaders=host;x-amz-date, Signature=${random.text('0123456789abcdef', 64)}`,
      ),
    ).toBe(
      'AWS4-HMAC-SHA256 Credential=‹access-key-id›/20260101/eu-west-1/execute-api/aws4_request, SignedHeaders=host;x-amz-date, Signature=‹signature›',
    );
    expect(masked('Authorization', `AWS ${'A'}KIA${word(16).toUpperCase()}:${word(27)}=`)).toBe(
      'AWS ‹access-key-id›:‹signature›',
    );
  });

  it('read the parameter schemes of others', () => {
    expect(
      masked(
        'Authorization',
        `OAuth oauth_consumer_key="portal", oauth_token="${word(30)}", oauth_signature_method="HMAC-SHA1", oauth_timestamp="1700000000", oauth_nonce="${word(12)}", oauth_version="1.0", oauth_signature="${word(27)}%3D"`,
      ),
    ).toBe(
      'OAuth oauth_consumer_key="portal", oauth_token="‹access-token›", oauth_signature_method="HMAC-SHA1", oauth_timestamp="1700000000", oauth_nonce="‹nonce›", oauth_version="1.0", oauth_signature="‹signature›"',
    );
    expect(
      masked('Authorization', `SharedAccessSignature sr=harbour&sig=${word(40)}%3D&se=1767225600&skn=root`),
    ).toBe('SharedAccessSignature sr=harbour&sig=‹signature›&se=1767225600&skn=root');
    expect(
      masked('Authorization', `Hawk id="app", ts="1700000000", nonce="${word(6)}", mac="${word(43)}="`),
    ).toBe('Hawk id="app", ts="1700000000", nonce="‹nonce›", mac="‹signature›"');
    expect(masked('Authorization', `Acme proof="${word(40)}", mode=fast`)).toBe(
      'Acme proof="‹access-token›", mode=fast',
    );
  });

  it('drop what a parameter of nobody’s scheme says it is', () => {
    expect(masked('Authorization', 'Phone number="100", pin="493817", mode="short"')).toBe(
      'Phone number="100", pin="‹pin›", mode="short"',
    );
  });

  it('keep a challenge but for its nonces', () => {
    for (const value of [
      'Basic realm="Portal"',
      'Bearer realm="api", error="invalid_token", error_description="The access token expired"',
      'Negotiate',
      'NTLM',
    ]) {
      expect(masked('WWW-Authenticate', value, 'response-header')).toBe(value);
    }
    expect(
      masked(
        'WWW-Authenticate',
        `Digest realm="pbx", nonce="${word(32)}", algorithm=MD5, qop="auth"`,
        'response-header',
      ),
    ).toBe('Digest realm="pbx", nonce="‹nonce›", algorithm=MD5, qop="auth"');
    expect(masked('Proxy-Authenticate', `NTLM ${word(80)}`, 'response-header')).toBe('NTLM ‹negotiate›');
    expect(
      masked(
        'Authentication-Info',
        `nextnonce="${word(20)}", qop=auth, rspauth="${word(32)}", nc=00000001`,
        'response-header',
      ),
    ).toBe('nextnonce="‹nonce›", qop=auth, rspauth="‹signature›", nc=00000001');
  });
});

describe('other header fields', () => {
  it('that hold keys and tokens lose them', () => {
    for (const name of `X-Api-Key, apikey, x-auth-token, X-CSRF-Token, x-xsrf-token, Private-Token, X-Vault-Token, x-amz-security-token,
      Ocp-Apim-Subscription-Key, x-functions-key, X-Goog-Api-Key, DD-API-KEY, X-Shopify-Access-Token, cf-access-jwt-assertion,
      x-goog-iap-jwt-assertion, X-Amzn-Oidc-Data, cf-access-client-secret, x-session-token, X-Session-Id, x-device-token, DPoP,
      x-rapidapi-key, Fastly-Key, Circle-Token, Job-Token, x-ms-token-aad-access-token, x-amz-server-side-encryption-customer-key,
      X-Hub-Signature-256, X-Plex-Token, x-parse-session-token, X-Tableau-Auth, x-honeycomb-team, RequestVerificationToken`.split(
      ',',
    )) {
      const value = random.text('0123456789abcdef', 64);
      expect(masked(name.trim(), value), name).toMatch(/^‹[a-z-]+›$/);
    }
  });

  it('that correlate, validate and shake hands stay', () => {
    const value = random.text('0123456789abcdef', 32);
    for (const name of `ETag, If-None-Match, Content-MD5, Digest, Sec-WebSocket-Key, Sec-WebSocket-Accept, X-Request-Id, traceparent, tracestate,
      trackingid, TrackingID, x-correlation-id, cf-ray, x-amzn-trace-id, x-amz-request-id, x-amz-id-2, x-ms-request-id, b3, x-b3-traceid,
      Idempotency-Key, Surrogate-Key, x-cache-key, Signature-Input, x-amz-content-sha256, x-served-by, x-timer, server-timing, x-trans-id,
      x-datadog-trace-id, x-envoy-upstream-service-time, sentry-trace, x-organization-id, x-user-id, X-Client-Id, x-client-data, Host, Origin,
      X-Tenant, x-fb-debug, x-github-request-id, x-varnish, x-amz-server-side-encryption-customer-key-md5, Access-Control-Allow-Headers`.split(
      ',',
    )) {
      expect(masked(name.trim(), value), name).toBe(value);
    }
    expect(masked('Session-ID', `${value};remote=${value}`)).toBe(`${value};remote=${value}`);
  });

  it('that carry signatures keep their times and labels', () => {
    expect(masked('Stripe-Signature', `t=1700000000,v1=${random.text('0123456789abcdef', 64)}`)).toBe(
      't=1700000000,v1=‹signature›',
    );
    expect(masked('Signature', `sig1=:${word(60)}==:`)).toBe('sig1=:‹signature›:');
  });

  it('that offer subprotocols lose a token among them', () => {
    expect(
      masked(
        'Sec-WebSocket-Protocol',
        `v4.channel.example, base64url.bearer.authorization.k8s.io.${word(43)}`,
      ),
    ).toBe('v4.channel.example, base64url.bearer.authorization.k8s.io.‹access-token›');
    expect(masked('Sec-WebSocket-Protocol', 'graphql-transport-ws')).toBe('graphql-transport-ws');
  });
});
