import { checkRule } from '../../../testing/check-rule.ts';
import { harOf } from '../../../testing/har-of.ts';
import { api, page, trackingId } from '../../../testing/names.ts';
import { askedForOff } from './rule.ts';

const url = `${api}/users/17/voicemail`;
const fax = (enabled: boolean, phoneNumber: string | null) => ({
  enabled: true,
  faxMessage: { enabled, phoneNumber, extension: null },
});
const read = (body: unknown) => ({ url, body });
const write = (sent: unknown) => ({
  url,
  method: 'PATCH',
  trackingId: trackingId(7),
  sent,
  body: { ok: true },
});
const change = (before: unknown, sent: unknown) => harOf([page, read(before), write(sent)]);

checkRule(askedForOff, import.meta.url, {
  'finds.number-for-a-fax-that-stays-off': change(fax(false, null), fax(false, '+15550177')),
  'finds.number-beside-off-without-what-stood-before-as-a-hint': harOf([
    page,
    write(fax(false, '+15550177')),
  ]),
  'quiet.switch-that-somebody-turned-off': change(fax(true, null), fax(false, '+15550177')),
  'quiet.number-that-stood-there-before': change(fax(false, '+15550177'), fax(false, '+15550177')),
  'quiet.switch-that-was-turned-on': change(fax(false, null), fax(true, '+15550177')),
  'quiet.nothing-filled-in': change(fax(false, null), fax(false, null)),
});
