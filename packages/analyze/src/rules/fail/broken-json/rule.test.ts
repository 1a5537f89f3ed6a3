import { checkRule } from '../../../testing/check-rule.ts';
import { harOf } from '../../../testing/har-of.ts';
import { api, page, trackingId } from '../../../testing/names.ts';
import { brokenJson } from './rule.ts';

const answered = (body: string) => ({ url: `${api}/history`, body });
const nothing = { url: `${api}/locations/4`, body: '', response: { 'content-length': '0' } };

checkRule(brokenJson, import.meta.url, {
  'finds.json-that-its-writer-cut': harOf([
    page,
    { ...answered('{"items":[{"from":"+15550100","seconds":31},{"from":"+1555'), trackingId: trackingId(3) },
  ]),
  'finds.value-that-is-no-number': harOf([page, answered('{"calls":0,"answered":0,"rate":NaN}')]),
  'finds.warning-in-front': harOf([
    page,
    answered(
      '<br />\n<b>Warning</b>:  Undefined array key in <b>/srv/prices.php</b><br />\n{"prices":[12,18]}',
    ),
  ]),
  'finds.nothing-for-a-read-as-a-warning': harOf([page, nothing]),
  'quiet.nothing-for-a-change': harOf([
    page,
    { ...nothing, method: 'DELETE' },
    { ...nothing, url: `${api}/locations/5`, method: 'POST' },
  ]),
  'quiet.guards-and-functions-around-json': harOf([
    page,
    answered(')]}\',\n{"a":1}'),
    { url: `${api}/b`, body: 'while(1);[1,2]' },
    { url: `${api}/c`, body: 'callback_1({"a":1});' },
  ]),
  'quiet.lines-of-json': harOf([
    page,
    answered('{"a":1}\n{"a":2}\n'),
    { url: `${api}/s`, mimeType: 'application/x-ndjson', body: '{"a":1}\n{"a":' },
  ]),
  'quiet.sound-json': harOf([
    page,
    answered('\n{"text":"rate: NaN, }","more":"]"}\n'),
    { url: `${api}/b`, body: '"a text"' },
    { url: `${api}/c`, body: 'null' },
    { url: `${api}/d`, body: '-1.5e3' },
    { url: `${api}/e`, body: '[]' },
  ]),
  'quiet.base64-that-is-not-called-so': harOf([page, answered('eyJ1c2VycyI6WyJhdmVyeSJdLCJ0b3RhbCI6MX0=')]),
  'quiet.what-a-sanitizer-blanked': harOf([page, answered('{"user":[redacted],"a":1}')]),
});
