import { checkRule } from '../../../testing/check-rule.ts';
import { harOf } from '../../../testing/har-of.ts';
import { api, page, trackingId } from '../../../testing/names.ts';
import { truncatedBody } from './rule.ts';

checkRule(truncatedBody, import.meta.url, {
  'finds.answer-cut-short-behind-a-200': harOf([
    page,
    {
      url: `${api}/report`,
      error: 'net::ERR_CONTENT_LENGTH_MISMATCH',
      body: '{"rows":[1,2',
      response: { 'content-length': '4711' },
    },
  ]),
  'finds.last-chunk-that-never-came': harOf([
    page,
    {
      url: `${api}/report`,
      error: 'net::ERR_INCOMPLETE_CHUNKED_ENCODING',
      body: '{"rows":[1,2',
      trackingId: trackingId(9),
    },
  ]),
  'finds.content-that-is-not-in-its-coding': harOf([
    page,
    {
      url: `${api}/report`,
      error: 'net::ERR_CONTENT_DECODING_FAILED',
      body: null,
      response: { 'content-encoding': 'gzip' },
    },
  ]),
  'finds.fewer-bytes-than-promised-in-a-fiddler-archive': harOf(
    [page, { url: `${api}/report`, body: '{"rows":[1,2', response: { 'content-length': '4711' } }],
    'Fiddler',
  ),
  'quiet.content-that-another-exporter-shortened': harOf(
    [
      page,
      {
        url: `${api}/report`,
        mimeType: 'text/plain',
        body: 'The begin',
        response: { 'content-length': '4711' },
      },
    ],
    'Firefox',
  ),
  'quiet.answer-that-is-longer-than-its-coded-length': harOf([
    page,
    {
      url: `${api}/report`,
      body: { rows: [1, 2, 3] },
      response: { 'content-length': '9', 'content-encoding': 'br' },
    },
  ]),
});
