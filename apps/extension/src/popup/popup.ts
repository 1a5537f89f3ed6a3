import { pickLanguage } from '@harrier/knowledge';
import type { PopupAnswer, PopupMessage } from '../background/recording-state.ts';
import { extensionApi as api, type Tab } from '../browser-api/extension-api.ts';
import { extensionWords } from '../words/words-of.ts';

/** While something is recorded, the count moves, ms. */
const LOOK_AGAIN_MS = 500;

const language = navigator.languages.map(pickLanguage).find((one) => one !== undefined) ?? 'en';
const words = extensionWords[language].popup;
document.documentElement.lang = language;

const main = document.getElementById('popup') as HTMLElement;
/** What is shown, so that a button keeps its focus while a number changes. */
let shown = '';

async function ask(message: PopupMessage): Promise<PopupAnswer> {
  return (await api.runtime.sendMessage(message)) as PopupAnswer;
}

async function look(): Promise<void> {
  const [tab] = await api.tabs.query({ active: true, currentWindow: true });
  show(await ask({ ask: 'state' }), tab && { ...tab, url: await addressOf(tab) });
}

/** Whoever may debug sees addresses without any further permission; Firefox gives that of the tab at hand with `activeTab`. */
async function addressOf({ id, url }: Tab): Promise<string> {
  if (url !== undefined || api.debugger === undefined) return url ?? '';
  return (await api.debugger.getTargets()).find((target) => target.tabId === id)?.url ?? '';
}

function show(answer: PopupAnswer, tab: Tab | undefined): void {
  if (answer.state === 'recording') {
    const isHere = answer.tabId === tab?.id;
    draw(`recording ${isHere}`, [
      line('going', words.recording(answer.host)),
      line('aside requests', words.requests(answer.requests)),
      line('', isHere ? words.reproduce : words.otherTab),
      button('stop', words.stop, () => void ask({ ask: 'stop' }).then(() => close())),
    ]);
    const count = main.querySelector('.requests');
    if (count !== null) count.textContent = words.requests(answer.requests);
    setTimeout(() => void look(), LOOK_AGAIN_MS);
    return;
  }
  if (!/^https?:/.test(tab?.url ?? '')) {
    draw('elsewhere', [line('refused', words.notThisPage)]);
    return;
  }
  const refusal = answer.state === 'refused' ? words.refused[answer.why] : undefined;
  draw(`idle ${refusal ?? ''}`, [
    ...(refusal === undefined ? [] : [line('refused', refusal)]),
    button('', words.record, (event) => void begin(event.currentTarget as HTMLButtonElement, tab)),
    line('', words.about),
    line('aside', api.debugger === undefined ? words.allow : words.bar),
  ]);
}

async function begin(pressed: HTMLButtonElement, tab: Tab | undefined): Promise<void> {
  if (tab?.id === undefined) return;
  pressed.disabled = true;
  // Firefox grants sites at use, and only while the press of the button lasts.
  const isAllowed =
    api.debugger !== undefined || (await api.permissions.request({ origins: ['<all_urls>'] }));
  if (isAllowed) show(await ask({ ask: 'start', tabId: tab.id, url: tab.url ?? '' }), tab);
  else await look();
}

function draw(state: string, parts: readonly HTMLElement[]): void {
  if (state === shown) return;
  shown = state;
  const header = document.createElement('header');
  const icon = document.createElement('img');
  icon.src = 'icon-32.png';
  icon.alt = '';
  header.append(icon, 'Harrier');
  main.replaceChildren(header, ...parts, line('aside private', words.private));
  main.querySelector('button')?.focus();
}

function line(kind: string, text: string): HTMLElement {
  const paragraph = document.createElement('p');
  paragraph.className = kind;
  paragraph.textContent = text;
  return paragraph;
}

function button(kind: string, text: string, press: (event: MouseEvent) => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.className = kind;
  made.type = 'button';
  made.textContent = text;
  made.addEventListener('click', press);
  return made;
}

void look();
