import { expect, it } from 'vitest';
import { detectProducer, isDevTools } from './producer.ts';

const webInspector = { name: 'WebInspector', version: '537.36' };

it.each([
  ['Mozilla/5.0 … Chrome/126.0.0.0 Safari/537.36', 'chrome', '126.0.0.0'],
  ['Mozilla/5.0 … Chrome/126.0.0.0 Safari/537.36 Edg/126.0.2592.87', 'edge', '126.0.2592.87'],
  ['Mozilla/5.0 … Chrome/124.0.0.0 Safari/537.36 OPR/110.0.0.0', 'opera', '110.0.0.0'],
  ['Mozilla/5.0 … HeadlessChrome/130.0.1 Safari/537.36', 'chromium', '130.0.1'],
  ['', 'chrome', undefined],
])('tells the browsers behind WebInspector apart by User-Agent %j', (userAgent, id, version) => {
  const producer = detectProducer({ creator: webInspector, userAgent });
  expect([producer.id, producer.version]).toEqual([id, version]);
  expect(isDevTools(producer)).toBe(true);
});

it.each([
  ['WebKit Web Inspector', 'safari'],
  ['Firefox', 'firefox'],
  ['Firebug', 'firebug'],
  ['Fiddler', 'fiddler'],
  ['Charles Proxy', 'charles'],
  ['mitmproxy', 'mitmproxy'],
  ['Playwright', 'playwright'],
  ['Internet Explorer Network Inspector', 'internet-explorer'],
  ['Browsertime', 'browsertime'],
  ['WebPagetest', 'webpagetest'],
])('knows %s by its creator', (name, id) => {
  expect(detectProducer({ creator: { name, version: '1' } })).toMatchObject({ id, version: '1' });
});

it('tells programs apart that only sound alike', () => {
  const label = (name: string) => detectProducer({ creator: { name, version: '1' } }).label;
  expect(['capture-har', 'Chrome HAR Capturer', 'puppeteer-har'].map(label)).toEqual([
    'capture-har',
    'chrome-har-capturer',
    'Puppeteer',
  ]);
});

it('calls a program it does not know by the name it gives itself', () => {
  expect(detectProducer({ creator: { name: 'HarMaker', version: '3' } })).toEqual({
    id: 'unknown',
    label: 'HarMaker',
    version: '3',
    sslBesideConnect: false,
    countsTlsTwice: false,
  });
  expect(detectProducer({}).label).toBe('unknown');
});
