import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { webSocketPort } from '../../../../services/recorder/src/node/transport/web-socket-port.ts';

/** A tab of Firefox, by its id. */
export type FirefoxTab = string;

/** The Firefox of the machine with the extension in it, commanded over WebDriver BiDi. */
export interface Firefox {
  /** `moz-extension://<id>`. */
  readonly origin: string;
  /** What it saved. */
  readonly downloads: string;
  openTab(url: string, where?: 'in-front' | 'behind'): Promise<FirefoxTab>;
  goto(tab: FirefoxTab, url: string): Promise<void>;
  /** The tab whose address begins so, when it is there. */
  tabAt(address: string): Promise<FirefoxTab>;
  /** The page's text, when it holds a text. */
  text(tab: FirefoxTab, holding: string): Promise<string>;
  /** Presses a button by how its text begins. */
  press(tab: FirefoxTab, button: string): Promise<void>;
  fill(tab: FirefoxTab, label: string, text: string): Promise<void>;
  /** Answers the browser's own question in advance, which nobody is there to answer. */
  allowWhatItAsks(tab: FirefoxTab): Promise<void>;
}

/** Of the extension in this profile: Firefox makes one up otherwise. */
const HOST = '6d0f8b1e-4a27-4c55-9c3e-2f7a1b9d0e64';
const EXTENSION_ID = 'recorder@harrier.example';
const LOOK_MS = 200;
const MOST_LOOKS = 200;

/** Nothing but 127.0.0.1 is reached: the rest goes to a proxy that is not there. */
const preferences = (downloads: string): Readonly<Record<string, string | number | boolean>> => ({
  'extensions.webextensions.uuids': JSON.stringify({ [EXTENSION_ID]: HOST }),
  'network.proxy.type': 1,
  'network.proxy.http': '127.0.0.1',
  'network.proxy.http_port': 9,
  'network.proxy.ssl': '127.0.0.1',
  'network.proxy.ssl_port': 9,
  'network.proxy.no_proxies_on': 'localhost, 127.0.0.1',
  'services.settings.server': 'data:,#remote-settings-dummy/v1',
  'browser.download.folderList': 2,
  'browser.download.dir': downloads,
  'browser.shell.checkDefaultBrowser': false,
  'intl.accept_languages': 'en-US',
});

/** Starts it in a profile that goes afterwards, and loads the built extension for the time. */
export async function withFirefox<T>(built: string, use: (firefox: Firefox) => Promise<T>): Promise<T> {
  const profile = mkdtempSync(path.join(tmpdir(), 'harrier-firefox-'));
  const downloads = path.join(profile, 'downloads');
  mkdirSync(downloads);
  const lines = Object.entries(preferences(downloads)).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
  );
  writeFileSync(path.join(profile, 'user.js'), lines.join('\n'));
  const child = spawn(
    process.env.HARRIER_FIREFOX ?? 'firefox-esr',
    [
      ...['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port', '0'],
      // Without it, pages of extensions cannot be commanded.
      '--remote-allow-system-access',
    ],
    { stdio: ['ignore', 'ignore', 'pipe'], detached: true, env: { ...process.env, HOME: profile } },
  );
  const ended = new Promise((resolve) => child.once('close', resolve));
  try {
    const address = await new Promise<string>((resolve, reject) => {
      let told = '';
      child.stderr.on('data', (piece: Buffer) => {
        told += piece.toString('utf8');
        const found = /WebDriver BiDi listening on (ws:\/\/127\.0\.0\.1:\d+)/.exec(told)?.[1];
        if (found !== undefined) resolve(found);
      });
      child.once('close', () => reject(new Error('Firefox did not start')));
    });
    return await use(await command(`${address}/session`, built, downloads));
  } finally {
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    await ended;
    rmSync(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  }
}

interface Answer {
  readonly id?: number;
  readonly error?: string;
  readonly message?: string;
  readonly result?: unknown;
}

/** Spec: W3C WebDriver BiDi. */
async function command(address: string, built: string, downloads: string): Promise<Firefox> {
  const port = await webSocketPort(address);
  const waiting = new Map<number, (answer: Answer) => void>();
  let lastId = 0;
  port.listen((text) => {
    const answer = JSON.parse(text) as Answer;
    if (answer.id !== undefined) waiting.get(answer.id)?.(answer);
  });
  const send = async <Result>(method: string, params: object): Promise<Result> => {
    const id = ++lastId;
    const answered = new Promise<Answer>((resolve) => waiting.set(id, resolve));
    port.send(JSON.stringify({ id, method, params }));
    const { error, message, result } = await answered;
    if (error !== undefined) throw new Error(`${method}: ${error}: ${message}`);
    return result as Result;
  };
  const evaluate = async (tab: FirefoxTab, expression: string): Promise<unknown> => {
    const { result } = await send<{ result: { value?: unknown } }>('script.evaluate', {
      expression,
      target: { context: tab },
      awaitPromise: true,
    });
    return result.value;
  };
  /** Looks again and again until there is something. */
  const until = async <Result>(
    what: () => string,
    look: () => Promise<Result | undefined>,
  ): Promise<Result> => {
    for (let times = 0; times < MOST_LOOKS; times++) {
      const found = await look();
      if (found !== undefined) return found;
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    }
    throw new Error(`Firefox never showed ${what()}`);
  };
  const goto = async (tab: FirefoxTab, url: string): Promise<void> => {
    await send('browsingContext.navigate', { context: tab, url, wait: 'complete' });
  };
  await send('session.new', { capabilities: {} });
  await send('webExtension.install', { extensionData: { type: 'path', path: built } });
  return {
    origin: `moz-extension://${HOST}`,
    downloads,
    goto,
    allowWhatItAsks: async (tab) => {
      await evaluate(
        tab,
        "Object.defineProperty(browser.permissions, 'request', { value: async () => true }); true",
      );
    },
    async openTab(url, where = 'in-front') {
      const { context } = await send<{ context: FirefoxTab }>('browsingContext.create', {
        type: 'tab',
        background: where === 'behind',
      });
      await goto(context, url);
      return context;
    },
    tabAt: async (start) =>
      await until(
        () => start,
        async () => {
          const { contexts } = await send<{ contexts: { context: FirefoxTab; url: string }[] }>(
            'browsingContext.getTree',
            { maxDepth: 0 },
          );
          return contexts.find(({ url }) => url.startsWith(start))?.context;
        },
      ),
    text: async (tab, holding) => {
      let text = '';
      return await until(
        () => `${JSON.stringify(holding)}, but ${JSON.stringify(text)}`,
        async () => {
          text = String(await evaluate(tab, 'document.body?.innerText ?? ""'));
          return text.includes(holding) ? text : undefined;
        },
      );
    },
    press: async (tab, button) =>
      await until(
        () => button,
        async () => {
          const pressed = await evaluate(
            tab,
            `(() => {
            const found = [...document.querySelectorAll('button')].find((one) =>
              one.innerText.trim().startsWith(${JSON.stringify(button)}) && !one.disabled);
            found?.click();
            return found !== undefined;
          })()`,
          );
          return pressed === true ? true : undefined;
        },
      ).then(() => {}),
    fill: async (tab, label, text) => {
      await evaluate(
        tab,
        `(() => {
          const label = [...document.querySelectorAll('label')].find((one) =>
            one.innerText.trim() === ${JSON.stringify(label)});
          const input = document.getElementById(label.htmlFor);
          // As typing does it: the page's framework listens to the element's own setter.
          Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(input, ${JSON.stringify(text)});
          input.dispatchEvent(new Event('input', { bubbles: true }));
        })()`,
      );
    },
  };
}
