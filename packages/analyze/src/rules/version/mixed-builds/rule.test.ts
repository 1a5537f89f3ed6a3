import { checkRule } from '../../../testing/check-rule.ts';
import { harOf } from '../../../testing/har-of.ts';
import { api, page } from '../../../testing/names.ts';
import { mixedBuilds } from './rule.ts';

const change = (build: string) => ({
  url: `${api}/people/17`,
  method: 'PATCH',
  response: { 'x-build': build },
  body: { extension: '4123' },
});
const refusal = { status: 400, body: { message: 'Unknown property "ring"' } };
const newer = '2026.1.14-a41c9e0';
const older = '2026.1.09-77d02bf';

checkRule(mixedBuilds, import.meta.url, {
  'finds.build-that-alone-fails': harOf([
    page,
    change(newer),
    { ...change(older), ...refusal },
    change(newer),
    { ...change(older), ...refusal },
  ]),
  'finds.two-builds-that-both-work-as-a-warning': harOf([page, change(newer), change(older), change(newer)]),
  'quiet.deploy-that-went-through': harOf([page, change(older), change(older), change(newer), change(newer)]),
  'quiet.services-behind-one-host': harOf([
    page,
    change(newer),
    { ...change(older), url: `${api}/queues/1` },
    change(newer),
    { ...change(older), url: `${api}/queues/2` },
  ]),
  'quiet.one-build': harOf([page, change(newer), { ...change(newer), ...refusal }, change(newer)]),
});
