import type { GroupRules } from '../group-rules.ts';
import { http4xx } from './http-4xx/rule.ts';
import { http5xx } from './http-5xx/rule.ts';
import { inBody } from './in-body/rule.ts';
import { network } from './network/rule.ts';
import { pending } from './pending/rule.ts';
import { upstream } from './upstream/rule.ts';

export const failRules: GroupRules<'fail'> = {
  'fail/upstream': upstream,
  'fail/http-5xx': http5xx,
  'fail/http-4xx': http4xx,
  'fail/network': network,
  'fail/in-body': inBody,
  'fail/pending': pending,
};
