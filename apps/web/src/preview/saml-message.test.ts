import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { samlXml } from './saml-message.ts';

const xml = '<samlp:Response ID="_1"><saml:Issuer>https://idp.example.test</saml:Issuer></samlp:Response>';

describe('a SAML message', () => {
  it('is decoded as a form posts it, and as a redirect carries it', async () => {
    expect(await samlXml(Buffer.from(xml).toString('base64'))).toBe(xml);
    expect(await samlXml(deflateRawSync(xml).toString('base64'))).toBe(xml);
    expect(await samlXml(encodeURIComponent(deflateRawSync(xml).toString('base64')))).toBe(xml);
  });

  it('is nothing where something else stands in its place', async () => {
    expect(await samlXml('not base64 !')).toBeUndefined();
    expect(await samlXml('AAAA')).toBeUndefined();
  });

  it('does not fill the memory', async () => {
    expect(
      await samlXml(deflateRawSync(`<${' '.repeat(8 * 1024 * 1024)}`).toString('base64')),
    ).toBeUndefined();
  });
});
