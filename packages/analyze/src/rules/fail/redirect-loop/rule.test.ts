import { checkRule } from '../../../testing/check-rule.ts';
import { harOf } from '../../../testing/har-of.ts';
import { page, portal } from '../../../testing/names.ts';
import { redirectLoop } from './rule.ts';

const step = (from: number, to: number) => ({
  url: `${portal}/api/menu?step=${from}`,
  status: 302,
  mimeType: 'x-unknown',
  response: { location: `/api/menu?step=${to}` },
});
const twenty = Array.from({ length: 20 }, (_, at) => step(at % 3, (at + 1) % 3));

checkRule(redirectLoop, import.meta.url, {
  'finds.circle-that-the-browser-gave-up': harOf([
    page,
    ...twenty,
    { url: `${portal}/api/menu?step=2`, status: 0, error: 'net::ERR_TOO_MANY_REDIRECTS' },
  ]),
  'finds.address-visited-three-times-as-a-warning-when-it-ends-well': harOf([
    page,
    step(0, 1),
    step(1, 0),
    step(0, 1),
    step(1, 0),
    { url: `${portal}/api/menu?step=0`, body: { menu: [] } },
  ]),
  'finds.row-without-a-circle-that-the-browser-gave-up': harOf([
    page,
    ...Array.from({ length: 20 }, (_, at) => step(at, at + 1)),
    { url: `${portal}/api/menu?step=20`, status: 0, error: 'net::ERR_TOO_MANY_REDIRECTS' },
  ]),
  'quiet.cookie-that-is-set-and-looked-for': harOf([
    page,
    step(0, 1),
    step(1, 0),
    { url: `${portal}/api/menu?step=0`, body: { menu: [] } },
  ]),
  'quiet.same-redirect-asked-for-three-times': harOf(
    [0, 1, 2].flatMap(() => [step(0, 1), { url: `${portal}/api/menu?step=1`, body: { menu: [] } }]),
  ),
});
