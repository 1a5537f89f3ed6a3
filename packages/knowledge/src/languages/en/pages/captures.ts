/** English, after which the other languages are made. Menu items are those of the program in this language. */
export const captureGuides = {
  overview: {
    lead: 'Record only the steps that fail, from the moment before. A short capture is read sooner and holds fewer secrets.',
    rules: [
      'Where you may install something, `harrier record` or the Harrier extension does all of this: it records, takes the credentials out before there is a file, and says what failed. The steps below need nothing but the browser.',
      'Use a private window without extensions, unless the fault needs them.',
      'Open the recorder before you load the page, and keep what is recorded across page changes.',
      'Do the failing steps once. Note the time with its zone, and what you saw.',
      'Stop and export at once: browsers throw away large bodies.',
      'Remove credentials with `harrier sanitize` before you give it to anybody. Never edit the file by hand: one wrong comma makes it unreadable.',
    ],
  },
  recorders: {
    chrome: {
      lead: 'Chrome records the most: initiators, priorities, WebSocket messages and every phase.',
      steps: [
        'Open the tab in which it fails and press `F12`.',
        'Choose the **Network** panel.',
        'Tick **Preserve log**.',
        'See that the record button is red, and empty the list.',
        'Reproduce the fault.',
        'Press the export arrow and save the HAR.',
      ],
      traps: [
        'Without **Preserve log** a redirect, for example to a sign-in, deletes everything before it.',
        'The plain export leaves out `Cookie`, `Set-Cookie` and `Authorization`. To judge sign-in faults, turn on **Allow to generate HAR with sensitive data** in the settings, export with it, and sanitize with Harrier: then expiry and scheme stay.',
        'A WebSocket that was open before recording began is missing, with all its messages. Reload the page first.',
        'A pop-up or a new tab has DevTools of its own. Turn on **Auto-open DevTools for popups**.',
        'Bodies of earlier pages and very large ones may be gone at the export. Export before you go on.',
        'A recording of an hour has hundreds of megabytes. Harrier opens it, but mail will not carry it.',
        'This export does not say what a policy of the page refused, why a cookie was left out, or what the console said. `harrier record` and the Harrier extension keep that.',
      ],
    },
    edge: {
      lead: 'Edge is built like Chrome, and so are its captures.',
      steps: [
        'Open the tab in which it fails and press `F12`.',
        'Choose the **Network** tool.',
        'Tick **Preserve log**.',
        'See that recording is on, and empty the list.',
        'Reproduce the fault.',
        'Press the export arrow and save the HAR.',
      ],
      traps: [
        'The plain export leaves out `Cookie`, `Set-Cookie` and `Authorization`, as in Chrome.',
        'Pages in Internet Explorer mode are not recorded. Use Fiddler for those.',
        'Company policy can forbid DevTools. Ask the administrator, or use Fiddler.',
        'The file says `WebInspector`, as Chrome’s does; only `User-Agent` tells them apart.',
        'This export does not say what a policy of the page refused, why a cookie was left out, or what the console said. `harrier record` and the Harrier extension keep that.',
      ],
    },
    firefox: {
      lead: 'Firefox keeps credentials in every export. Sanitize it before you share it.',
      steps: [
        'Open the tab in which it fails and press `F12`.',
        'Choose the **Network** panel.',
        'Press the gear and choose **Persist Logs**.',
        'Reload the page and reproduce the fault.',
        'Press the gear and choose **Save All As HAR**.',
      ],
      traps: [
        'There is no export without credentials: cookies and tokens are always inside.',
        'Response bodies over about 1 MB are cut. Set `devtools.netmonitor.responseBodyLimit` in `about:config` if you need them.',
        'The total time counts TLS twice. Harrier corrects it, and notes that it did.',
        'WebSocket messages may be missing from the file. Use Chrome for those.',
        'The Harrier extension records a tab in Firefox and takes the credentials out before there is a file. It sees less than this export: no phases before a request is sent.',
      ],
    },
    safari: {
      lead: 'Safari shows its developer tools only after you have switched them on.',
      steps: [
        'In the settings, under **Advanced**, tick **Show features for web developers**.',
        'Open the tab in which it fails and choose **Show Web Inspector** in the **Develop** menu.',
        'Choose the **Network** tab and turn on **Preserve Log**.',
        'Reload the page and reproduce the fault.',
        'Press **Export** and save the HAR.',
      ],
      traps: [
        'Header fields that occur several times come as one, joined by commas.',
        'Sizes and the initiator are often missing.',
        'WebSocket messages are not in the file.',
        'For an iPhone or iPad, connect it to a Mac: its pages stand in the **Develop** menu.',
      ],
    },
    fiddler: {
      lead: 'Fiddler is a proxy: it records every program of the computer, browsers without DevTools included.',
      steps: [
        'Start Fiddler Classic and close other programs.',
        'Under **Tools** > **Options** > **HTTPS**, tick **Decrypt HTTPS traffic** and trust its certificate.',
        'See that **Capture Traffic** in the **File** menu is ticked, and remove all sessions.',
        'Reproduce the fault, then untick **Capture Traffic**.',
        'Choose **File** > **Save** > **All Sessions** and save a SAZ with a password.',
      ],
      traps: [
        'It records other programs as well, mail and chat included. Delete what does not belong to the case.',
        'Trusting its certificate opens all encrypted traffic. Remove it afterwards.',
        'Programs that pin certificates fail while it runs.',
        'Connections go through Fiddler, so phases differ, and HTTP/2 mostly becomes HTTP/1.1.',
        'Save SAZ rather than HAR: it keeps more. Harrier opens both.',
      ],
    },
  },
} as const;
