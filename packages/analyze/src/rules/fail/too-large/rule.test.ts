import { checkRule } from '../../../testing/check-rule.ts';
import { harOf } from '../../../testing/har-of.ts';
import { api, page, trackingId } from '../../../testing/names.ts';
import { tooLarge } from './rule.ts';

checkRule(tooLarge, import.meta.url, {
  'finds.content-that-nginx-refuses': harOf([
    page,
    {
      url: `${api}/greetings`,
      method: 'POST',
      status: 413,
      sent: 'x'.repeat(3000),
      mimeType: 'text/html',
      body: '<html><head><title>413 Request Entity Too Large</title></head></html>',
      trackingId: trackingId(3),
    },
  ]),
  'finds.upload-whose-file-the-export-leaves-out': harOf([
    page,
    {
      url: `${api}/pictures`,
      method: 'POST',
      status: 413,
      sent: '--x',
      request: { 'content-length': '7340032' },
      body: '',
    },
  ]),
  'finds.address-that-is-too-long': harOf([
    page,
    { url: `${api}/search?ids=${'p-1000,'.repeat(40)}`, status: 414, body: '' },
  ]),
  'finds.cookies-that-grew': harOf([
    page,
    { url: `${api}/reports`, status: 431, body: '', request: { cookie: 'a=1; '.repeat(200).trim() } },
  ]),
  'finds.cookies-that-nginx-refuses-with-400': harOf([
    {
      ...page,
      status: 400,
      request: { cookie: 'feature=on; '.repeat(700).trim() },
      body: '<html><head><title>400 Request Header Or Cookie Too Large</title></head></html>',
    },
  ]),
  'finds.fields-whose-size-an-export-without-cookies-does-not-show': harOf([
    page,
    { url: `${api}/reports`, status: 431, body: '' },
  ]),
  'quiet.content-that-is-merely-wrong': harOf([
    page,
    { url: `${api}/greetings`, method: 'POST', status: 400, sent: {}, body: { message: 'No name.' } },
  ]),
});
