import { checkRule } from '../../../testing/check-rule.ts';
import { harOf, type Step } from '../../../testing/har-of.ts';
import { page } from '../../../testing/names.ts';
import { interception } from './rule.ts';

const refusal: Step = {
  url: 'https://files.example.com/v1/folders',
  status: 403,
  mimeType: 'text/html',
  response: { via: '1.1 gw-07 (Web Gateway 9.2)' },
  body: '<!doctype html><title>Access denied - Web Gateway</title><p>Category: file sharing. Policy: office.',
};

/** A capture of an exporter that writes the value of a field in front of its name. */
const valuesFirst = (har: unknown): unknown =>
  JSON.parse(JSON.stringify(har), (_name, member) =>
    member?.name === undefined || member.value === undefined
      ? member
      : { value: member.value, name: member.name },
  );

checkRule(interception, import.meta.url, {
  'finds.page-of-a-web-gateway': harOf([page, refusal]),
  'finds.page-of-a-web-gateway-in-fields-that-begin-with-the-value': valuesFirst(harOf([page, refusal])),
  'finds.field-of-a-known-gateway-as-information': harOf([
    { ...page, response: { via: '1.1 zscaler-07 (Zscaler)' } },
  ]),
  'finds.gateways-page-in-place-of-json': harOf([page, { ...refusal, status: 200 }]),
  'finds.field-on-a-refusal-that-has-its-own-reason': harOf([
    { ...page, response: { via: '1.1 zscaler-07 (Zscaler)' } },
    {
      ...refusal,
      mimeType: 'application/json',
      body: { message: 'No such role' },
      response: { via: '1.1 zscaler-07' },
    },
  ]),
  'finds.page-of-a-web-filter-in-another-language': harOf([
    page,
    {
      ...refusal,
      response: {},
      body: '<!doctype html><html lang="de"><title>Zugriff gesperrt</title><p>Kategorie: Dateiablage. Internetfilter des Hauses.',
    },
  ]),
  'quiet.plain-proxy': harOf([{ ...page, response: { via: '1.1 office-proxy' } }]),
  'quiet.content-delivery-network': harOf([
    { ...page, response: { via: '1.1 d1f2.cdn.example.net (CDN)', 'x-cache': 'Miss from cdn' } },
  ]),
  'quiet.firewall-of-the-service': harOf([
    page,
    {
      ...refusal,
      response: { server: 'edge' },
      body: '<!doctype html><title>Access denied</title><p>The requested URL was rejected. Your support ID is 7731.',
    },
  ]),
  'quiet.page-about-blocked-numbers': harOf([
    { ...page, body: '<!doctype html><title>Blocked numbers</title><p>Numbers that may not call you.' },
  ]),
});
