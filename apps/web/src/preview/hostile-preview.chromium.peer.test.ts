import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { withWorkbench } from '../testing/with-workbench.ts';

/** Each asks `TARGET` for something, or runs a script, where nothing holds it back. */
const hostile = [
  '<script>fetch("TARGET")</script>',
  '<img src="TARGET">',
  '<img srcset="TARGET 1x">',
  '<picture><source srcset="TARGET"><img></picture>',
  '<svg><image href="TARGET"/></svg>',
  '<svg><use href="TARGET#a"/></svg>',
  '<svg onload="parent.postMessage(1)"></svg>',
  '<link rel="stylesheet" href="TARGET">',
  '<link rel="preload" as="image" href="TARGET">',
  '<link rel="prefetch" href="TARGET">',
  '<link rel="dns-prefetch" href="TARGET">',
  '<link rel="preconnect" href="TARGET">',
  '<link rel="icon" href="TARGET">',
  '<link rel="manifest" href="TARGET">',
  '<style>@import "TARGET";</style>',
  '<style>body{background:url(TARGET)}</style>',
  '<div style="background:url(TARGET)">x</div>',
  '<style>@font-face{font-family:a;src:url(TARGET)}body{font-family:a}</style>',
  '<style>li{list-style-image:url(TARGET)}</style><li>x</li>',
  '<style>a{cursor:url(TARGET),auto}</style><a>x</a>',
  '<meta http-equiv="refresh" content="0;url=TARGET">',
  '<META HTTP-EQUIV=refresh CONTENT="0; URL=TARGET">',
  '<base href="TARGET"><img src="a.png">',
  '<iframe src="TARGET"></iframe>',
  '<iframe srcdoc="<img src=TARGET>"></iframe>',
  '<frameset><frame src="TARGET"></frameset>',
  '<object data="TARGET"></object>',
  '<embed src="TARGET">',
  '<applet code="TARGET"></applet>',
  '<video src="TARGET" autoplay></video>',
  '<video poster="TARGET"></video>',
  '<audio src="TARGET" autoplay></audio>',
  '<video><track src="TARGET" default></video>',
  '<form action="TARGET"><input autofocus></form><script>document.forms[0].submit()</script>',
  '<body onload="location=\'TARGET\'">',
  '<body background="TARGET">',
  '<table background="TARGET"><tr><td>x</table>',
  '<input type="image" src="TARGET">',
  '<a href="TARGET" ping="TARGET">x</a>',
  '<a href="javascript:fetch(\'TARGET\')">x</a>',
  '<img src=x onerror="fetch(\'TARGET\')">',
  '<details open ontoggle="fetch(\'TARGET\')">x</details>',
  '<marquee onstart="fetch(\'TARGET\')">x</marquee>',
  '<portal src="TARGET"></portal>',
  '<script src="TARGET"></script>',
  '<script type="module">import "TARGET"</script>',
  '<script type="speculationrules">{"prefetch":[{"urls":["TARGET"]}]}</script>',
  '<math><maction actiontype="statusline" xlink:href="TARGET">x</maction></math>',
  '<svg><foreignObject><img xmlns="http://www.w3.org/1999/xhtml" src="TARGET"/></foreignObject></svg>',
  '<svg><script href="TARGET"/></svg>',
  '<svg><animate onbegin="fetch(\'TARGET\')" attributeName="x" dur="1s"/></svg>',
  '<svg><style>@import "TARGET";</style></svg>',
  '<svg><feImage href="TARGET"/></svg>',
  '<svg><a href="TARGET"><text y="20">x</text></a></svg>',
  '<style>@namespace url(TARGET);a::after{content:url(TARGET)}</style><a>x</a>',
  '<style>a{mask-image:url(TARGET)}</style><a>x</a>',
  '<style>a{border-image:url(TARGET) 1}</style><a>x</a>',
  '<style>a{filter:url(TARGET#f)}</style><a>x</a>',
  '<template shadowrootmode="open"><img src="TARGET"></template>',
  '</iframe><img src="TARGET">',
  '"><script>fetch("TARGET")</script>',
  '<plaintext><img src="TARGET">',
  '<img src="//127.0.0.1:PORT/x">',
  '<x xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="TARGET">',
];

it('a captured page can ask for nothing and run nothing, however it is written', async () => {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const folder = await mkdtemp(path.join(tmpdir(), 'harrier-preview-'));
  const file = path.join(folder, 'hostile.har');
  const entries = hostile.map((markup, at) => ({
    startedDateTime: '2026-01-01T00:00:00Z',
    time: 1,
    request: { method: 'GET', url: `https://example.com/${at}`, headers: [] },
    response: {
      status: 200,
      headers: [],
      content: {
        mimeType: 'text/html',
        size: 1,
        text: markup.replaceAll('TARGET', `http://127.0.0.1:${port}/${at}`).replaceAll('PORT', String(port)),
      },
    },
    timings: { send: 0, wait: 1, receive: 0 },
  }));
  await writeFile(file, JSON.stringify({ log: { version: '1.2', entries } }));
  try {
    await withWorkbench([file], async (page) => {
      await page.getByText(`${hostile.length} of ${hostile.length}`).waitFor();
      await page.keyboard.press('j');
      await page.getByRole('tab', { name: 'Preview' }).click();
      for (let row = 0; row < hostile.length; row++) {
        await page.locator(`section[aria-label="#${row}"] iframe`).waitFor();
        // What would ask does so at once; a refresh waits for the next turn.
        await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 30)));
        await page.keyboard.press('j');
      }
    });
    // The server knows best: a browser also tells of requests that a policy stopped before they left.
    expect(asked).toEqual([]);
  } finally {
    await new Promise((resolve) => server.close(resolve));
    await rm(folder, { recursive: true, force: true });
  }
});
