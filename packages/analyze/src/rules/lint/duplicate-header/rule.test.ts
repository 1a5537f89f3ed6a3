import { checkRule } from '../../../testing/check-rule.ts';
import { harOf } from '../../../testing/har-of.ts';
import { api, page } from '../../../testing/names.ts';
import { duplicateHeader } from './rule.ts';

/** A capture whose last answer has these fields, twice where two are given. */
const withFields = (fields: readonly (readonly [string, string])[]) => {
  const har = harOf([page, { url: `${api}/numbers`, body: { numbers: [] } }]) as {
    log: { entries: { response: { headers: unknown[] } }[] };
  };
  har.log.entries.at(-1)?.response.headers.push(...fields.map(([name, value]) => ({ name, value })));
  return har;
};

checkRule(duplicateHeader, import.meta.url, {
  'finds.two-tags': withFields([
    ['etag', '"a1"'],
    ['ETag', '"b2"'],
  ]),
  'finds.second-media-type': withFields([['content-type', 'application/json; charset=utf-8']]),
  'quiet.same-value-twice': withFields([
    ['etag', '"a1"'],
    ['etag', '"a1"'],
  ]),
  'quiet.lists': withFields([
    ['vary', 'origin'],
    ['vary', 'accept-encoding'],
    ['set-cookie', 'a=1'],
    ['set-cookie', 'b=2'],
  ]),
});
