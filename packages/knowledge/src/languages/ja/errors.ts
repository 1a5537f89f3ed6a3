import type { Words } from '../../words.ts';

export const errors: Words['errors'] = {
  'har/not-json': {
    what: 'JSON ではなく、リクエストを一つも読み取れませんでした。',
    next: 'キャプチャーをもう一度エクスポートしてください。編集やテキストとしてのコピーで壊れることがよくあります。',
  },
  'har/not-a-capture': {
    what: 'このファイルは読み取れますが、キャプチャーではありません。',
    next: 'HAR または Fiddler の SAZ を、そのまま、または gzip や zip で指定してください。',
  },
  'har/empty': {
    what: 'ファイルが空です。',
    next: 'キャプチャーをもう一度エクスポートまたはダウンロードしてください。',
  },
  'har/password-needed': {
    what: 'アーカイブはパスワードで保護されています。',
    next: 'パスワードを指定してください。',
  },
  'har/password-wrong': {
    what: 'このパスワードではアーカイブを開けません。',
    next: 'パスワードを確認してください。大文字と小文字は区別されます。',
  },
  'har/archive-damaged': {
    what: 'アーカイブが壊れています。',
    next: 'もう一度ダウンロードまたはエクスポートしてください。',
  },
  'har/archive-limit': {
    what: '展開すると、悪意のあるアーカイブから保護するための上限を超えます。',
    next: '信頼できるアーカイブであれば、自分で展開し、中のキャプチャーを開いてください。',
  },
  'har/too-large': {
    what: 'キャプチャーの一部が大きすぎて、全体を開けません。',
    next: '先頭だけを開いてください。',
  },
  'har/source-failed': {
    what: 'ファイルのデータを取得できませんでした。',
    next: 'ファイルがまだ存在し、読み取り可能であるか確認してください。',
  },
  'har/cancelled': { what: '読み取りを中止しました。', next: '必要なときにやり直してください。' },
  'har/no-such-entry': {
    what: 'この番号のリクエストはキャプチャーにありません。',
    next: '表を確認してください。番号は 0 から始まります。',
  },
};
