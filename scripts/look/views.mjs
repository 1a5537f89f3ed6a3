/** The views of an open capture, each with the way there from the view before; they leave the page as they found it. */

const tabs = [
  'summary',
  'headers',
  'payload',
  'preview',
  'response',
  'initiator',
  'timing',
  'cookies',
  'messages',
  'logs',
];
const SETTLE_MS = 900;

/** @param {'start' | 'empty' | 'given'} kind what is open: nothing, a capture without requests, one with them */
export function viewsOf(kind) {
  if (kind === 'start') return [view('page', async () => {}), ...everywhere];
  if (kind === 'empty') return [answer, ...panels, ...everywhere, ...pages];
  return [answer, ...panels, ...everywhere, ...ofRequest, ...pages];
}

function view(name, show, leave) {
  return {
    name,
    async show(page) {
      await show(page);
      await page.waitForTimeout(SETTLE_MS);
    },
    leave,
  };
}

const press = (key) => async (page) => await page.keyboard.press(key);
const go = (name) => async (page) => {
  await page.getByRole('navigation').getByRole('button', { name, exact: true }).click();
};
/** The last button of the panel's own head. */
const shut = async (page) => await page.locator('aside > :first-child > button').click();

const answer = view('answer', async () => {});

const panels = [
  view(
    'search',
    async (page) => {
      await page.keyboard.press('f');
      await page.keyboard.type('the');
    },
    shut,
  ),
  view('statistics', press('Shift+T'), shut),
  view('common', press('Shift+C'), shut),
  view('notes', press('Shift+N'), shut),
  view(
    'filter',
    async (page) => {
      await page.keyboard.press('/');
      await page.keyboard.type('status:>=400 OR wai');
    },
    async (page) => {
      await page.keyboard.press('Escape');
      await page.locator('#filter-box, [role=combobox]').first().fill('');
      await page.keyboard.press('Escape');
      await page.locator('body').click({ position: { x: 1, y: 1 } });
    },
  ),
];

const everywhere = [
  view('knowledge-panel', press('Shift+K'), shut),
  view('help', press('?'), press('Escape')),
  view('palette', press('Control+k'), press('Escape')),
];

const ofRequest = [
  ...tabs.map((name, at) =>
    view(`tab-${name}`, async (page) => {
      // The first request; or, where some failed, the first of those.
      if ((await page.locator('section[aria-label^="#"]').count()) === 0)
        for (const key of ['j', 'e']) await page.keyboard.press(key);
      await page.keyboard.press(String((at + 1) % 10));
    }),
  ),
  view('details-right', press('\\'), press('\\')),
];

const pages = [
  view('sanitize', press('r'), go('Workbench')),
  view('escalate', press('Shift+X'), go('Workbench')),
  view('compare', press('c'), go('Workbench')),
  view('logs', go('Logs'), go('Workbench')),
  view('knowledge', go('Knowledge'), go('Workbench')),
];
