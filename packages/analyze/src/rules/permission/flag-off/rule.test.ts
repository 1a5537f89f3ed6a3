import { checkRule } from '../../../testing/check-rule.ts';
import { harOf } from '../../../testing/har-of.ts';
import { api, page, trackingId } from '../../../testing/names.ts';
import { flagOff } from './rule.ts';

const config = (features: unknown) => ({ url: `${api}/config`, body: { features } });
const refused = {
  url: `${api}/users/17/call-recording`,
  method: 'POST',
  status: 403,
  trackingId: trackingId(4),
  body: { message: 'Not available' },
};

checkRule(flagOff, import.meta.url, {
  'finds.feature-that-was-used-although-it-is-off': harOf([page, config({ callRecording: false }), refused]),
  'finds.flag-in-a-list': harOf([
    page,
    { url: `${api}/flags`, body: { flags: [{ key: 'call-recording', value: false }] } },
    refused,
  ]),
  'quiet.flag-that-is-on': harOf([page, config({ callRecording: true }), refused]),
  'quiet.flag-that-nobody-used': harOf([page, config({ darkMode: false, betaSearch: false }), refused]),
  'quiet.setting-that-is-no-flag': harOf([
    page,
    { url: `${api}/users/17`, body: { callRecording: false } },
    refused,
  ]),
  'quiet.request-that-worked': harOf([
    page,
    config({ callRecording: false }),
    { ...refused, status: 200, body: { id: 1 } },
  ]),
});
