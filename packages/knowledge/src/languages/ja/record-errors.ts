import type { Words } from '../../words.ts';

export const recordErrors: Words['recordErrors'] = {
  'record/no-browser': {
    what: '記録できるブラウザーが見つかりません。',
    next: 'Google Chrome、Microsoft Edge、Chromium のいずれかをインストールするか、--browser でプログラムを指定してください。Firefox には拡張機能があります。',
  },
  'record/browser-failed': {
    what: 'ブラウザーが起動しなかったか、記録を始める前に終了しました。',
    next: 'ブラウザーを単独で起動し、表示される内容を確認してください。コンテナー内では HARRIER_BROWSER_FLAGS=--no-sandbox が必要な場合があります。',
  },
  'record/no-display': {
    what: 'ブラウザーのウィンドウを表示できる画面がありません。',
    next: 'デスクトップ環境でコマンドを実行するか、ウィンドウなしで記録してください: --headless --seconds 30',
  },
  'record/not-reachable': {
    what: 'そこで応答するブラウザーがありません。',
    next: '専用のプロファイルフォルダー (--user-data-dir) と --remote-debugging-port=9222 を付けてブラウザーを起動し、そのポートを指定してください。',
  },
  'record/not-local': {
    what: '接続できるのはこのマシンのブラウザーだけです。経路上の相手に、すべての資格情報を読まれるおそれがあるためです。',
    next: 'まず ssh -L などでポートをこのマシンに転送し、ローカルのポートを指定してください。',
  },
  'record/keeper-ended': {
    what: '記録を保持するプロセスが、書き込む前に終了しました。',
    next: 'ほかのプログラムを閉じてメモリーを空け、短く区切って記録し直してください。',
  },
};
