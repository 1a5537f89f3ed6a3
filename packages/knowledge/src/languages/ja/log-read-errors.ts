import type { Words } from '../../words.ts';

export const logReadErrors: Words['logReadErrors'] = {
  'logs/format-wrong': {
    what: 'このファイルはログ形式の定義ではありません。',
    next: '示された箇所を確認してください。書き方は docs/log-formats.md にあります。',
  },
  'logs/format-unknown': {
    what: 'この名前のログ形式はありません。',
    next: '使える名前は形式の一覧で確認できます。',
  },
  'logs/zone-unknown': {
    what: 'この名前のタイムゾーンはありません。',
    next: 'UTC、+02:00 のような時差、または Europe/Paris のような名前を指定してください。',
  },
  'logs/input-failed': {
    what: 'このパスは読み取れません。',
    next: 'パスが存在し、読み取り権限があることを確認してください。',
  },
};
