import { deflateRawSync } from 'node:zlib';
import { type Carrier, field, portalOrigin } from '../contest-capture.ts';
import { draw, jwe, jwt } from '../tokens.ts';

const base64 = (data: string | Buffer) => Buffer.from(data).toString('base64');

/** What of an assertion opens a door: its signature, or its encrypted content. */
function samlResponse(signature: string): string {
  return [
    '<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion"',
    ' ID="_r1" Version="2.0" IssueInstant="2026-05-04T08:30:00Z" Destination="https://portal.example.test/saml/acs">',
    '<saml:Issuer>https://idp.example.test/metadata</saml:Issuer>',
    '<ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:SignatureValue>',
    signature,
    '</ds:SignatureValue></ds:Signature>',
    '<samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Responder"/></samlp:Status>',
    '<saml:Assertion ID="_a1"><saml:Conditions NotBefore="2026-05-04T08:25:00Z" NotOnOrAfter="2026-05-04T08:35:00Z">',
    '<saml:AudienceRestriction><saml:Audience>https://portal.example.test</saml:Audience></saml:AudienceRestriction>',
    '</saml:Conditions></saml:Assertion></samlp:Response>',
  ].join('');
}

/** Tokens and assertions of sign-in: their proofs must go, and what they say of themselves must stay. */
export const identity: Carrier = ({ random, plant, probe }) => {
  const claims = {
    iss: 'https://idbroker.example.test/idb',
    aud: 'portal-web',
    exp: 1_779_512_345,
    scope: 'calls:read',
  };
  const places: readonly [string, (token: string) => Parameters<typeof plant>[3]][] = [
    ['Authorization', (token) => ({ requestFields: [field('Authorization', `Bearer ${token}`)] })],
    [
      'id_token in JSON',
      (token) => ({ body: JSON.stringify({ id_token: token, token_type: 'Bearer', expires_in: 3600 }) }),
    ],
    ['query', (token) => ({ url: `${portalOrigin}/cb?id_token=${token}` })],
    [
      'assertion in a form',
      (token) => ({
        sentType: 'application/x-www-form-urlencoded',
        sent: `grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer&assertion=${token}`,
        params: [
          { name: 'grant_type', value: 'urn:ietf:params:oauth:grant-type:jwt-bearer' },
          { name: 'assertion', value: token },
        ],
      }),
    ],
    [
      'error text',
      (token) => ({
        status: 401,
        body: JSON.stringify({
          error: 'invalid_token',
          message: `Token ${token} was issued for another audience`,
        }),
      }),
    ],
    [
      'fragment',
      (token) => ({
        status: 302,
        responseFields: [field('Location', `${portalOrigin}/#id_token=${token}`)],
        redirectURL: `${portalOrigin}/#id_token=${token}`,
      }),
    ],
  ];
  for (const [place, draft] of places) {
    const { token, signature } = jwt(random, claims);
    const entry = plant('JWT and JWE', place, signature, draft(token));
    const says = (what: string, text: string) =>
      probe('JWT claims', `${what} of the JWT in ${place}`, (capture) =>
        capture.texts(entry).some((read) => read.includes(text)),
      );
    says('issuer', `"iss":"${claims.iss}"`);
    if (place === 'Authorization' || place === 'id_token in JSON') {
      says('audience', `"aud":"${claims.aud}"`);
      says('expiry', `"exp":${claims.exp}`);
      says('scope', `"scope":"${claims.scope}"`);
      says('algorithm', '"alg":"ES256"');
    }
  }
  for (const [place, draft] of places.slice(0, 3)) {
    const { token, ciphertext } = jwe(random);
    plant('JWT and JWE', `JWE in ${place}`, ciphertext, draft(token));
  }

  const form = (name: string, value: string, relay = 'home') => ({
    url: `${portalOrigin}/saml/acs`,
    sentType: 'application/x-www-form-urlencoded',
    sent: `${name}=${encodeURIComponent(value)}&RelayState=${relay}`,
    params: [
      { name, value: encodeURIComponent(value) },
      { name: 'RelayState', value: relay },
    ],
  });
  const samlProbes = (place: string, entry: number) => {
    const facts = {
      issuer: 'https://idp.example.test/metadata',
      destination: 'Destination="https://portal.example.test/saml/acs"',
      'status code': 'status:Responder',
      expiry: 'NotOnOrAfter="2026-05-04T08:35:00Z"',
      audience: '<saml:Audience>https://portal.example.test<',
    };
    for (const [what, text] of Object.entries(facts))
      probe('SAML', `${what} of the ${place}`, (capture) =>
        capture.texts(entry).some((read) => read.includes(text)),
      );
  };
  const posted = draw(random, 'base64', 344);
  samlProbes(
    'posted response',
    plant('SAML', 'response in a form', posted, form('SAMLResponse', base64(samlResponse(posted)))),
  );
  const lined = draw(random, 'base64', 76);
  plant('SAML', 'response in a form, base64 in lines', lined, {
    ...form('SAMLResponse', base64(samlResponse(lined)).replace(/(.{76})/g, '$1\r\n')),
  });
  const redirected = draw(random, 'base64', 172);
  const deflated = encodeURIComponent(base64(deflateRawSync(samlResponse(redirected))));
  samlProbes(
    'redirected response',
    plant('SAML', 'response deflated in a query', redirected, {
      url: `${portalOrigin}/saml/slo?SAMLResponse=${deflated}`,
    }),
  );
  const querySignature = draw(random, 'base64', 172);
  plant('SAML', 'Signature of a redirect', querySignature, {
    url: `https://idp.example.test/sso?SAMLRequest=${deflated.slice(0, 0)}${encodeURIComponent(
      base64(deflateRawSync('<samlp:AuthnRequest ID="_q1" Destination="https://idp.example.test/sso"/>')),
    )}&SigAlg=rsa-sha256&Signature=${encodeURIComponent(querySignature)}`,
  });
  const page = draw(random, 'base64', 344);
  plant('SAML', 'response in the page that posts itself', page, {
    mimeType: 'text/html',
    body: `<html><body onload="document.forms[0].submit()"><form method="post" action="${portalOrigin}/saml/acs"><input type="hidden" name="SAMLResponse" value="${base64(samlResponse(page))}"/></form></body></html>`,
  });
  const artifact = base64(`\u0000\u0004${draw(random, 'alphanumeric', 42)}`);
  plant('SAML', 'artifact', artifact, {
    url: `${portalOrigin}/saml/acs?SAMLart=${encodeURIComponent(artifact)}`,
  });
  const cipher = draw(random, 'base64', 600);
  plant('SAML', 'encrypted assertion', cipher, {
    ...form(
      'SAMLResponse',
      base64(
        samlResponse('x').replace(
          /<saml:Assertion.*<\/saml:Assertion>/,
          `<saml:EncryptedAssertion><xenc:CipherData><xenc:CipherValue>${cipher}</xenc:CipherValue></xenc:CipherData></saml:EncryptedAssertion>`,
        ),
      ),
    ),
  });
  const wsFed = draw(random, 'base64', 344);
  plant('SAML', 'wresult of WS-Federation', wsFed, {
    ...form(
      'wresult',
      `<t:RequestSecurityTokenResponse>${samlResponse(wsFed)}</t:RequestSecurityTokenResponse>`,
    ),
  });
  const soap = draw(random, 'alphanumeric', 18);
  plant('SAML', 'wsse:Password', soap, {
    sentType: 'text/xml',
    sent: `<s:Envelope><s:Header><wsse:Security><wsse:UsernameToken><wsse:Username>svc</wsse:Username><wsse:Password Type="#PasswordText">${soap}</wsse:Password></wsse:UsernameToken></wsse:Security></s:Header></s:Envelope>`,
  });
};
