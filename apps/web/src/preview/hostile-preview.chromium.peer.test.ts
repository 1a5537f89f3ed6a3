import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { openRow } from '../testing/open-row.ts';
import { withFile } from '../testing/temporary-file.ts';
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

/** Drawings that would ask or run wherever they are more than a picture. */
const drawings = [
  '<image href="TARGET" width="9" height="9"/>',
  '<image xlink:href="TARGET" width="9" height="9"/>',
  '<script>fetch("TARGET")</script>',
  '<script href="TARGET"/>',
  '<style>@import "TARGET";</style>',
  '<style>rect{fill:url(TARGET#a)}</style><rect width="9" height="9"/>',
  '<use href="TARGET#a"/>',
  '<filter id="f"><feImage href="TARGET"/></filter><rect width="9" height="9" filter="url(#f)"/>',
  '<foreignObject width="9" height="9"><img xmlns="http://www.w3.org/1999/xhtml" src="TARGET"/></foreignObject>',
  '<animate onbegin="fetch(\'TARGET\')" attributeName="x" dur="1s"/>',
].map(
  (inside) =>
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="20" height="20" onload="fetch('TARGET')">${inside}</svg>`,
);

interface HostileBody {
  readonly mimeType: string;
  readonly text: string;
}

/** Opens bodies one by one at a tab of the details, and gives what was asked of a server that nobody may ask. */
async function askedWhileShown(
  bodies: readonly HostileBody[],
  tabs: readonly number[],
  isShown: (page: Page, row: number) => Promise<void>,
): Promise<string[]> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const entries = bodies.map(({ mimeType, text }, at) => {
    const aimed = text
      .replaceAll('TARGET', `http://127.0.0.1:${port}/${at}`)
      .replaceAll('PORT', String(port));
    return {
      startedDateTime: '2026-01-01T00:00:00Z',
      time: 1,
      request: {
        method: 'POST',
        url: `https://example.com/${at}`,
        headers: [],
        postData: { mimeType, text: aimed },
      },
      response: { status: 200, headers: [], content: { mimeType, size: 1, text: aimed } },
      timings: { send: 0, wait: 1, receive: 0 },
    };
  });
  try {
    await withFile('hostile.har', JSON.stringify({ log: { version: '1.2', entries } }), (file) =>
      withWorkbench(
        [file],
        async (page) => {
          await page.getByText(`${bodies.length} of ${bodies.length}`).waitFor();
          for (const tab of tabs)
            for (let row = 0; row < bodies.length; row++) {
              await openRow(page, row, tab);
              await isShown(page, row);
              // What would ask does so at once; a refresh waits for the next turn.
              await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 30)));
            }
        },
        // Its viewer of PDF and its other parts could ask too.
        { browser: 'whole' },
      ),
    );
  } finally {
    await new Promise((resolve) => server.close(resolve));
  }
  return asked;
}

// The server knows best: a browser also tells of requests that a policy stopped before they left.
it('a captured page can ask for nothing and run nothing, however it is written', async () => {
  const pages = hostile.map((text) => ({ mimeType: 'text/html', text }));
  const asked = await askedWhileShown(pages, [4], (page, row) =>
    page.locator(`section[aria-label="#${row}"] iframe`).waitFor(),
  );
  expect(asked).toEqual([]);
}, 90_000);

it('nor can the same as any other kind of body, sent or received, in any view', async () => {
  const all = hostile.join('\n');
  const bodies = [
    ...drawings.map((text) => ({ mimeType: 'image/svg+xml', text })),
    { mimeType: 'text/xml', text: `<all>${all}</all>` },
    { mimeType: 'text/plain', text: all },
    { mimeType: 'text/csv', text: hostile.map((one) => `"${one.replaceAll('"', '""')}",x`).join('\r\n') },
    { mimeType: 'application/json', text: JSON.stringify({ all, list: hostile }) },
    {
      mimeType: 'application/json',
      text: JSON.stringify({ query: `query A { a(x: ${JSON.stringify(all)}) }` }),
    },
    { mimeType: 'text/event-stream', text: all },
    {
      mimeType: 'application/x-www-form-urlencoded',
      text: `a=${encodeURIComponent(all)}&SAMLResponse=${encodeURIComponent(Buffer.from(`<all>${all}</all>`).toString('base64'))}`,
    },
    {
      mimeType: 'multipart/form-data; boundary=x',
      text: `--x\r\nContent-Disposition: form-data; name="a"\r\nContent-Type: text/html\r\n\r\n${all}\r\n--x--`,
    },
    { mimeType: 'text/css', text: all },
    { mimeType: 'application/pdf', text: `%PDF-1.7 /OpenAction /URI (TARGET) ${all}` },
  ];
  const asked = await askedWhileShown(bodies, [3, 4, 5], async (page, row) => {
    const pane = page.locator(`section[aria-label="#${row}"]`);
    await expect.poll(() => pane.locator('[aria-busy=true]').count()).toBe(0);
  });
  expect(asked).toEqual([]);
}, 120_000);
