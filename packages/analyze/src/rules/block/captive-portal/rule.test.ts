import { checkRule } from '../../../testing/check-rule.ts';
import { harOf, type Step } from '../../../testing/har-of.ts';
import { api } from '../../../testing/names.ts';
import { captivePortal } from './rule.ts';

const gate: Step = {
  url: 'http://portal.example.test/',
  type: 'document',
  status: 302,
  mimeType: 'x-unknown',
  response: { location: 'http://wifi-welcome.example.net/terms?from=portal.example.test' },
};
const terms: Step = {
  url: 'http://wifi-welcome.example.net/terms?from=portal.example.test',
  type: 'document',
  mimeType: 'text/html',
  body: '<!doctype html><title>Welcome</title>',
};

checkRule(captivePortal, import.meta.url, {
  'finds.gate-of-a-guest-network': harOf([gate, terms]),
  'finds.gate-at-a-private-address': harOf([
    { ...gate, response: { location: 'http://192.168.44.1/login' } },
    { ...terms, url: 'http://192.168.44.1/login' },
  ]),
  'finds.gate-behind-which-nothing-else-is-reached': harOf([
    { ...gate, response: { location: 'http://192.168.44.1/login' } },
    { ...terms, url: 'http://192.168.44.1/login' },
    { url: `${api}/me`, status: 0, error: 'net::ERR_CERT_AUTHORITY_INVALID' },
  ]),
  'finds.status-511': harOf([{ ...gate, status: 511, response: {}, body: 'Sign in to the network' }]),
  'quiet.from-http-to-https': harOf([
    { ...gate, response: { location: 'https://portal.example.test/' } },
    { ...terms, url: 'https://portal.example.test/' },
  ]),
  'quiet.sign-in-of-the-service': harOf([
    { ...gate, response: { location: 'https://login.example.net/authorize?client=portal' } },
    { ...terms, url: 'https://login.example.net/authorize?client=portal' },
  ]),
  'quiet.redirect-inside-a-private-network': harOf([
    { ...gate, url: 'http://10.0.0.7/', response: { location: 'http://192.168.44.1/login' } },
    { ...terms, url: 'http://192.168.44.1/login' },
  ]),
  'quiet.secure-request-led-to-a-page-about-wifi': harOf([
    { ...gate, url: 'https://portal.example.test/', response: { location: 'https://shop.example.net/wifi' } },
    { ...terms, url: 'https://shop.example.net/wifi' },
  ]),
});
