import { checkRule } from '../../../testing/check-rule.ts';
import { harOf, type Step } from '../../../testing/har-of.ts';
import { api, page } from '../../../testing/names.ts';
import { byAdministrator } from './rule.ts';

const blocked: Step = { url: `${api}/campaigns`, status: 0, error: 'net::ERR_BLOCKED_BY_ADMINISTRATOR' };

checkRule(byAdministrator, import.meta.url, {
  'finds.address-on-the-administrators-list': harOf([page, blocked]),
  'quiet.block-of-an-extension': harOf([page, { ...blocked, error: 'net::ERR_BLOCKED_BY_CLIENT' }]),
  'quiet.call-that-worked': harOf([page, { url: `${api}/campaigns`, body: { campaigns: [] } }]),
});
