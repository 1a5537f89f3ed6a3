import { checkRule } from '../../../testing/check-rule.ts';
import { harOf } from '../../../testing/har-of.ts';
import { page, portal } from '../../../testing/names.ts';
import { staleDocument } from './rule.ts';

const script = { type: 'script', mimeType: 'text/javascript', body: 'run()' };
const gone = { type: 'script', status: 404, error: 'net::ERR_ABORTED', mimeType: 'text/html', body: '' };

checkRule(staleDocument, import.meta.url, {
  'finds.page-out-of-the-browsers-cache': harOf([
    { ...page, response: { 'cache-control': 'max-age=3600' }, more: { entry: { _fromCache: 'disk' } } },
    { ...gone, url: `${portal}/assets/shell-0a11ce55.js` },
  ]),
  'finds.page-out-of-a-content-network': harOf([
    { ...page, response: { age: '5400', 'cache-control': 'public, max-age=7200', 'x-cache': 'HIT' } },
    { ...gone, type: 'stylesheet', url: `${portal}/assets/theme-77be0d14.css` },
    { ...script, url: `${portal}/assets/index-9e814f48.js` },
    { ...gone, url: `${portal}/assets/queues-19e0c3d7.js` },
  ]),
  'quiet.fresh-page': harOf([
    { ...page, response: { 'cache-control': 'no-cache' } },
    { ...gone, url: `${portal}/assets/shell-0a11ce55.js` },
  ]),
  'quiet.cached-page-whose-files-are-there': harOf([
    { ...page, response: { age: '5400' }, more: { entry: { _fromCache: 'disk' } } },
    { ...script, url: `${portal}/assets/shell-0a11ce55.js` },
  ]),
  'quiet.page-that-was-kept-for-seconds': harOf([
    { ...page, response: { age: '7' } },
    { ...gone, url: `${portal}/assets/shell-0a11ce55.js` },
  ]),
});
