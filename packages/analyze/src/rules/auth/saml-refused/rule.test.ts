import { checkRule } from '../../../testing/check-rule.ts';
import { harOf, type Step } from '../../../testing/har-of.ts';
import { portal } from '../../../testing/names.ts';
import { samlRefused } from './rule.ts';

const message = (codes: readonly string[], text = '') => {
  const open = codes
    .map((code) => `<samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:${code}">`)
    .join('');
  const close = codes.map(() => '</samlp:StatusCode>').join('');
  const said = text === '' ? '' : `<samlp:StatusMessage>${text}</samlp:StatusMessage>`;
  return btoa(`<samlp:Response><samlp:Status>${open}${close}${said}</samlp:Status></samlp:Response>`);
};
const form = (saml: string): Step => ({
  url: 'https://login.example.test/saml2',
  method: 'POST',
  type: 'document',
  mimeType: 'text/html',
  body: `<!doctype html><form method="post"><input type="hidden" name="SAMLResponse" value="${saml}"></form>`,
});
const posted = (saml: string, status: number): Step => ({
  url: `${portal}/saml/acs`,
  method: 'POST',
  type: 'document',
  status,
  mimeType: 'text/html',
  sent: `SAMLResponse=${encodeURIComponent(saml)}&RelayState=masked`,
  body: '<!doctype html><title>Sign-in failed</title>',
});
const refusal = message(['Responder', 'AuthnFailed'], 'The account is locked.');

checkRule(samlRefused, import.meta.url, {
  'finds.form-and-post-as-one': harOf([form(refusal), posted(refusal, 403)]),
  'finds.refusal-behind-a-status-of-success': harOf([posted(message(['Requester']), 200)]),
  'quiet.person-who-was-signed-in': harOf([form(message(['Success'])), posted(message(['Success']), 200)]),
  'quiet.message-that-was-taken-out': harOf([posted('masked-masked-masked', 200)]),
});
