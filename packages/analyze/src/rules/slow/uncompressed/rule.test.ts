import { checkRule } from '../../../testing/check-rule.ts';
import { harOf, type Step } from '../../../testing/har-of.ts';
import { api, page } from '../../../testing/names.ts';
import { uncompressed } from './rule.ts';

const plain: Step = {
  url: `${api}/numbers`,
  body: { numbers: [] },
  sizeBytes: 61_000,
  transferBytes: 61_200,
};

checkRule(uncompressed, import.meta.url, {
  'finds.large-list': harOf([page, plain]),
  'finds.several-small-ones-as-information': harOf([
    page,
    ...[1, 2, 3].map((user) => ({
      ...plain,
      url: `${api}/users/${user}`,
      sizeBytes: 5000,
      transferBytes: 5200,
    })),
  ]),
  'quiet.compressed-list': harOf([
    page,
    { ...plain, transferBytes: 9000, response: { 'content-encoding': 'br' } },
  ]),
  'quiet.exporter-that-leaves-the-header-out': harOf([page, { ...plain, transferBytes: 9000 }]),
  'quiet.small-answer': harOf([page, { ...plain, sizeBytes: 1400, transferBytes: 1600 }]),
  'quiet.picture': harOf([page, { ...plain, type: 'image', mimeType: 'image/png', body: null }]),
});
