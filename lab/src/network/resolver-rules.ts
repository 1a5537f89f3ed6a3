import type { BrowserSettings } from '../scenario/scenario.ts';
import type { Network } from './network.ts';

/** A port that nobody listens on and nobody may, so that connecting is refused at once. */
const NOBODY_LISTENS = '127.0.0.1:1';

/** Names that are nobody's. Spec: RFC 2606. What a browser looks up by itself is none of them. */
const INVENTED = ['*.test', '*.example.com', '*.example.net', '*.example.org'];

/**
 * The value of Chromium's `--host-resolver-rules`: which host and port stands for which of ours. The first rule that
 * fits counts. No name leaves the machine: what is not mapped does not exist.
 */
export function resolverRules(
  { httpsPort, httpPort }: Pick<Network, 'httpsPort' | 'httpPort'>,
  unreachable: NonNullable<BrowserSettings['unreachable']> = {},
): string {
  return [
    'EXCLUDE 127.0.0.1',
    ...Object.entries(unreachable).map(
      ([host, how]) => `MAP ${host} ${how === 'refused' ? NOBODY_LISTENS : '~NOTFOUND'}`,
    ),
    ...INVENTED.flatMap((names) => [
      `MAP ${names}:443 127.0.0.1:${httpsPort}`,
      `MAP ${names}:80 127.0.0.1:${httpPort}`,
    ]),
    'MAP * ~NOTFOUND',
  ].join(',');
}
