import type { GroupRules } from '../group-rules.ts';
import { byAdministrator } from './by-administrator/rule.ts';
import { byClient } from './by-client/rule.ts';
import { captivePortal } from './captive-portal/rule.ts';
import { contentSecurityPolicy } from './content-security-policy/rule.ts';
import { integrity } from './integrity/rule.ts';
import { interception } from './interception/rule.ts';
import { mixedContent } from './mixed-content/rule.ts';
import { nosniff } from './nosniff/rule.ts';
import { proxyAuthentication } from './proxy-authentication/rule.ts';
import { responsePolicy } from './response-policy/rule.ts';

export const blockRules: GroupRules<'block'> = {
  'block/by-client': byClient,
  'block/by-administrator': byAdministrator,
  'block/content-security-policy': contentSecurityPolicy,
  'block/response-policy': responsePolicy,
  'block/nosniff': nosniff,
  'block/integrity': integrity,
  'block/mixed-content': mixedContent,
  'block/proxy-authentication': proxyAuthentication,
  'block/interception': interception,
  'block/captive-portal': captivePortal,
};
