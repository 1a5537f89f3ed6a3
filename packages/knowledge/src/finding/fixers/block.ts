import type { GroupFixers } from './fixer.ts';

export const blockFixers: GroupFixers<'block'> = {
  'block/by-client': 'browser',
  'block/by-administrator': 'customer-administrator',
  'block/content-security-policy': 'service-team',
  'block/response-policy': 'service-team',
  'block/nosniff': 'service-team',
  'block/integrity': 'service-team',
  'block/mixed-content': 'service-team',
  'block/proxy-authentication': 'customer-network',
  'block/interception': 'customer-network',
  'block/captive-portal': 'browser',
};
