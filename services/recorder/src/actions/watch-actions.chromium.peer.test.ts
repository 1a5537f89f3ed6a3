import { expect, it } from 'vitest';
import { sharedBrowser } from '../../../../packages/har/src/testing/shared-browser.ts';
import { readAction, type UserAction } from './action.ts';
import { ACTION_BINDING, actionScript } from './watch-actions.ts';

const typed = ['typed', 'by', 'hand'].join('-');

const html = `<!doctype html><body>
  <button aria-label="Save changes">S</button>
  <label>Telephone <input id="phone" value="${typed}"></label>
  <label>Plan <select id="plan"><option>${typed}</option></select></label>
  <div contenteditable="true" id="note">${typed}</div>
  <form name="search" onsubmit="return false"><input type="password" placeholder="PIN"><input type="submit" value="Go"></form>
  <div role="combobox" aria-labelledby="who chosen" tabindex="0"><span id="who">Owner</span><b id="chosen" role="textbox">${typed}</b></div>
  <ul role="listbox"><li role="option" aria-label="${typed}"><button>${typed}</button></li></ul>
  <a href="#next">Next <b>page</b></a>
</body>`;

it('names what was clicked and sent, and nothing that was typed or chosen', async () => {
  const page = await (await sharedBrowser()).newPage();
  try {
    const actions: (UserAction | undefined)[] = [];
    await page.exposeFunction(ACTION_BINDING, (payload: string) => void actions.push(readAction(payload)));
    await page.addInitScript(actionScript);
    await page.route('https://portal.example.test/', (route) =>
      route.fulfill({ contentType: 'text/html', body: html }),
    );
    await page.goto('https://portal.example.test/');
    await page.getByRole('button', { name: 'Save changes' }).click();
    await page.locator('#phone').click();
    await page.keyboard.type(typed);
    await page.locator('#plan').click();
    await page.keyboard.press('Escape');
    await page.locator('#note').click();
    await page.keyboard.type(typed);
    await page.getByPlaceholder('PIN').click();
    await page.keyboard.type(typed);
    await page.keyboard.press('Enter');
    await page.getByRole('combobox', { name: 'Owner' }).click();
    await page.locator('li').click();
    await page.getByRole('link').click();
    await expect.poll(() => actions.at(-1)?.name).toBe('Next page');
    const told = actions.map((action) => `${action?.kind} ${action?.role} ${action?.name ?? ''}`.trim());
    expect(told).toEqual(
      expect.arrayContaining([
        'click button Save changes',
        'click text Telephone',
        'click textbox',
        'click password PIN',
        'key Enter',
        'submit form search',
        'click combobox Owner',
        'click option',
        'click link Next page',
      ]),
    );
    expect(JSON.stringify(actions)).not.toContain(typed);
  } finally {
    await page.close();
  }
});
