import type { Words } from '../../words.ts';

export const logStoreErrors: Words['logStoreErrors'] = {
  'logs/store-address': {
    what: 'ログストアの指定として正しくありません。',
    next: 'sqlite:<パス> または clickhouse://<ホスト>:<ポート>/<データベース> の形で指定してください。',
  },
  'logs/store-unreachable': {
    what: 'ログストアに接続できません。',
    next: '起動しているか、アドレスが正しいか、ファイルを読み取れるかを確認してください。',
  },
  'logs/store-refused': {
    what: 'ログストアがこのユーザーを拒否しました。',
    next: 'ユーザー名、パスワード、権限を確認してください。',
  },
  'logs/store-failed': {
    what: 'ログストアがエラーを返しました。',
    next: '詳細はストア側のログにあります。復旧後にもう一度試してください。',
  },
  'logs/store-unwritable': {
    what: 'ログストアに書き込めません。',
    next: 'ディスクに空きがあり、ほかのプログラムが使っていないことを確かめて、もう一度取り込んでください。二重に保存されることはありません。',
  },
  'logs/store-foreign': {
    what: 'このファイルはログストアではありません。',
    next: '別のパスを指定してください。新しいファイルなら自動的にストアになります。',
  },
  'logs/store-newer': {
    what: 'このログストアは、より新しいバージョンの Harrier で書き込まれています。',
    next: 'Harrier を更新するか、別のストアを使ってください。',
  },
  'logs/store-read-only': {
    what: 'このストアは検索専用で、レコードを取り込めません。',
    next: '自分のストアに取り込んでください。',
  },
  'logs/sources-file': {
    what: 'ソースの定義ファイルを読み取れません。',
    next: 'docs/logs.md の例と見比べてください。',
  },
};
