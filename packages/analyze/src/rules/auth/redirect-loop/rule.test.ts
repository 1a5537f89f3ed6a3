import { signIn } from '../../../testing/auth-steps.ts';
import { checkRule } from '../../../testing/check-rule.ts';
import { harOf, type Step } from '../../../testing/har-of.ts';
import { portal } from '../../../testing/names.ts';
import { redirectLoop } from './rule.ts';

const hop = (url: string, location: string, atMs: number): Step => ({
  url,
  atMs,
  type: 'document',
  status: 302,
  mimeType: 'text/html',
  response: { location },
  timings: { blocked: 1, send: 1, wait: 20, receive: 1 },
});
const rounds = (times: number): Step[] =>
  Array.from({ length: times }, (_, at) => [
    hop(`${portal}/users`, signIn, at * 100),
    hop(signIn, `${portal}/users`, at * 100 + 50),
  ]).flat();
const gaveUp: Step = {
  url: `${portal}/users`,
  atMs: 2000,
  type: 'document',
  status: 0,
  error: 'net::ERR_TOO_MANY_REDIRECTS',
};

checkRule(redirectLoop, import.meta.url, {
  'finds.browser-that-gave-up': harOf([...rounds(10), gaveUp]),
  'finds.loop-without-its-end': harOf(rounds(3)),
  'quiet.one-bounce-that-sets-a-cookie': harOf([
    ...rounds(1),
    { url: `${portal}/users`, type: 'document', mimeType: 'text/html', body: '<!doctype html>' },
  ]),
  'quiet.loop-without-a-sign-in': harOf([
    ...Array.from({ length: 10 }, (_, at) => [
      hop(`${portal}/a`, `${portal}/b`, at * 100),
      hop(`${portal}/b`, `${portal}/a`, at * 100 + 50),
    ]).flat(),
    { ...gaveUp, url: `${portal}/a` },
  ]),
});
