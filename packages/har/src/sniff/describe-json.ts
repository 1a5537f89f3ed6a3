import type { OtherFile } from './other-files.ts';

const EXPORT = 'Export a HAR from the browser’s network panel instead.';

/** Keys near the beginning that only one kind of JSON file has. */
const SIGNS: readonly (readonly [sign: RegExp, what: string, nextStep: string])[] = [
  [
    /"_postman_id"|schema\.getpostman\.com/,
    'a Postman collection',
    `It holds requests, no recorded answers. ${EXPORT}`,
  ],
  [/"__export_format"\s*:/, 'an Insomnia export', EXPORT],
  [
    /"logEventTypes"\s*:|"activeFieldTrialGroups"\s*:/,
    'a Chrome net log',
    `It was made by chrome://net-export. ${EXPORT}`,
  ],
  [/"traceEvents"\s*:|^\s*\[\s*\{[^}]{0,300}"ph"\s*:/, 'a Chrome performance trace', EXPORT],
  [/"openapi"\s*:\s*"|"swagger"\s*:\s*"/, 'an OpenAPI description', EXPORT],
  [/"lighthouseVersion"\s*:/, 'a Lighthouse report', EXPORT],
  [/"\$schema"\s*:\s*"https:\/\/www\.speedscope/, 'a speedscope profile', EXPORT],
  [/"lockfileVersion"\s*:|"devDependencies"\s*:/, 'a package description of Node', EXPORT],
  [/"resourceSpans"\s*:/, 'OpenTelemetry traces', EXPORT],
];

/**
 * Names JSON that is clearly no capture, for a message after the scan found no entries; undefined when
 * nothing is recognised. `head` is the beginning of the UTF-8 text, a few KiB.
 */
export function describeJson(head: Uint8Array): OtherFile | undefined {
  const text = new TextDecoder().decode(head.subarray(0, 65_536));
  const found = SIGNS.find(([sign]) => sign.test(text));
  return found && { what: found[1], nextStep: found[2], known: true };
}
