import { checkRule } from '../../../testing/check-rule.ts';
import { harOf, type Step } from '../../../testing/har-of.ts';
import { page, portal } from '../../../testing/names.ts';
import { maintenancePage } from './rule.ts';

const note = (title: string, text: string): Step => ({
  ...page,
  request: { accept: 'text/html' },
  body: `<!doctype html><html><head><title>${title}</title><style>h1 { color: navy }</style></head><body>${text}</body></html>`,
});

checkRule(maintenancePage, import.meta.url, {
  'finds.note-under-200': harOf([
    note(
      'Scheduled maintenance',
      '<h1>We’ll be back soon</h1><p>The portal is down for maintenance until noon.</p>',
    ),
  ]),
  'finds.note-in-japanese': harOf([
    note('メンテナンス中', '<p>ただいまメンテナンスのため、サービスを停止しています。</p>'),
  ]),
  'finds.note-in-an-export-that-names-no-types': harOf(
    [
      {
        ...note('Wartungsarbeiten', '<h1>Wir sind bald zurück</h1><p>Wegen Wartung geschlossen.</p>'),
        type: '',
      },
    ],
    'Firefox',
  ),
  'quiet.call-in-an-export-that-names-no-types': harOf(
    [
      {
        ...note('Wartungsarbeiten', '<p>Wegen Wartung geschlossen.</p>'),
        type: '',
        request: { accept: 'application/json, text/plain, */*' },
      },
    ],
    'Firefox',
  ),
  'quiet.product-for-maintenance': harOf([
    note('Maintenance plans', '<h1>Maintenance windows</h1><p>Plan the maintenance of your lifts here.</p>'),
  ]),
  'quiet.page-that-goes-on-to-work': harOf([
    note('Planned maintenance', '<h1>Planned maintenance</h1>'),
    { url: `${portal}/api/orders`, body: { orders: [] } },
  ]),
  'quiet.announcement': harOf([
    note(
      'Scheduled maintenance on Sunday',
      `<h1>Scheduled maintenance</h1>${'<p>What will change, and when.</p>'.repeat(60)}`,
    ),
  ]),
});
