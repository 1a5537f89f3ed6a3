import { checkRule } from '../../../testing/check-rule.ts';
import { harOf } from '../../../testing/har-of.ts';
import { page, portal } from '../../../testing/names.ts';
import { staleServiceWorker } from './rule.ts';

const script = { type: 'script', mimeType: 'text/javascript', body: 'run()' };
const gone = { type: 'script', status: 404, error: 'net::ERR_ABORTED', mimeType: 'text/html', body: '' };

checkRule(staleServiceWorker, import.meta.url, {
  'finds.page-that-a-worker-kept': harOf([
    { ...page, more: { entry: { _fromCache: 'disk' }, response: { _fetchedViaServiceWorker: true } } },
    { ...script, url: `${portal}/assets/index-40be8c81.js` },
    { ...gone, url: `${portal}/assets/menu-5ca1ab1e.js` },
  ]),
  'quiet.worker-whose-page-finds-its-files': harOf([
    { ...page, more: { response: { _fetchedViaServiceWorker: true } } },
    { ...script, url: `${portal}/assets/index-40be8c81.js` },
  ]),
  'quiet.page-out-of-the-browsers-cache': harOf([
    { ...page, more: { entry: { _fromCache: 'disk' }, response: { _fetchedViaServiceWorker: false } } },
    { ...gone, url: `${portal}/assets/menu-5ca1ab1e.js` },
  ]),
});
