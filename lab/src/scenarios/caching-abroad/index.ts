import type { FindingName } from '../../scenario/finding-names.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { family, service } from '../web-app/app.ts';
import { annuaire } from '../web-app/looks.ts';
import { body, json, nothing, type Reply, type ReplyOptions } from '../web-app/reply.ts';
import { fault } from '../web-app/truth-of.ts';

/** Other contradictions in the fields of responses. */
const caching = family('caching-abroad', 'measure', annuaire);

const HOST = 'ancien.example.test';

function odd(
  name: string,
  title: string,
  finding: FindingName,
  reply: Reply,
  more: { readonly allows?: readonly FindingName[]; readonly query?: string } = {},
): Scenario {
  const path = `/donnees/${name}`;
  return caching({
    name,
    title,
    script: `show((await http.get('https://${HOST}${path}${more.query ?? ''}')).status);`,
    sites: () => [service(annuaire, HOST, { [path]: reply }, { protocol: 'http/1.1' })],
    truth: fault(finding, `${HOST}${path}`, more.allows === undefined ? {} : { allows: more.allows }),
  });
}

const fields = (given: ReplyOptions['fields'] & {}) => json({ valeurs: [4, 5] }, { fields: given });

export const cachingAbroad: readonly Scenario[] = [
  odd(
    'date-locale',
    'Tout marche.',
    'lint/bad-date',
    fields({ 'last-modified': 'lun., 12 janv. 2026 08:00:00' }),
  ),
  odd(
    'duree-double',
    'Tout marche.',
    'lint/cache-control-conflict',
    fields({ 'cache-control': 'max-age=60, no-store, max-age=600' }),
    { allows: ['lint/duplicate-header'] },
  ),
  odd('varie-toujours', 'Tout marche.', 'lint/vary-star', fields({ vary: 'Origin, *' })),
  odd(
    'xml-en-json',
    'Tout marche.',
    'lint/content-type-mismatch',
    body('application/json', '<?xml version="1.0"?><valeurs><v>4</v></valeurs>'),
    { allows: ['fail/broken-json'] },
  ),
  odd('vers-nulle-part', 'Le lien d’aide ne mène à rien.', 'lint/redirect-without-location', nothing(301)),
  odd(
    'deux-dates',
    'Tout marche.',
    'lint/duplicate-header',
    fields({ 'last-modified': ['Mon, 13 Jan 2020 08:00:00 GMT', 'Tue, 14 Jan 2020 08:00:00 GMT'] }),
  ),
  odd(
    'securite-mal-ecrite',
    'Tout marche.',
    'lint/hsts',
    fields({ 'strict-transport-security': 'max-age=un an' }),
    { allows: ['lint/malformed-header'] },
  ),
  odd('cle-dans-adresse', 'Tout marche ; le lien peut être partagé.', 'lint/secret-in-url', fields({}), {
    query: `?api_key=${Buffer.from('clé du laboratoire, sans valeur').toString('base64url')}`,
  }),
];
