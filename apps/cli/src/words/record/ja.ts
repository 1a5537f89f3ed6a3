import { countText } from '../../format/quantity.ts';
import type { RecordWords } from './record-words.ts';

export const jaRecord: RecordWords = {
  usage: {
    'not-an-address': ({ given }) =>
      `${given} はページのアドレスではありません。https:// または http:// で始まるアドレスを指定してください。`,
  },
  command: {
    record: {
      summary: 'ブラウザーを資格情報なしで記録し、何が失敗したかを示す',
      about:
        'Chrome、Edge、Chromium のいずれかのプライベートウィンドウで <url> を開き、ウィンドウを閉じるか、--seconds が過ぎるか、Ctrl-C を押すまで、すべてのタブ、フレーム、ワーカーを記録します。資格情報は書き込みの前に取り除かれます。--attach は、リモートデバッグを有効にして動いているブラウザーを記録します。ポートまたは ws:// のアドレスを指定します。この場合、URL は省略できます。',
    },
  },
  option: {
    seconds: '指定した秒数で記録を終える',
    browser: '起動するブラウザーの名前またはパス',
    headless: 'ウィンドウを表示しない（スクリプト用）',
    screenshots: '失敗のたびにページの画像を撮る。画像はサニタイズされない',
    'original-to': '原本も、この OpenPGP 公開鍵で封印して残す。複数指定できる',
    raw: 'with-credentials: 資格情報も含め、すべてをそのまま書き込む',
  },
  told: {
    recording: (browser) =>
      `${browser} を記録しています。問題を再現してから、ウィンドウを閉じるか Ctrl-C を押してください。`,
    count: (count) => `記録中: リクエスト ${countText(count)} 件`,
    ended: {
      person: '記録を停止しました。',
      time: '指定の時間が過ぎたため、記録を停止しました。',
      'window-closed': 'ウィンドウが閉じられたため、記録を停止しました。',
      'browser-gone': 'ブラウザーが終了しました。それまでの記録は保存されます。',
      'no-room': '一時フォルダーがいっぱいになりました。それまでの記録は保存されます。',
      crash: '記録プログラムが途中で終了しました。それまでの記録は保存されます。',
    },
    nothing: 'リクエストは 1 件もありませんでした。',
    rawWarning:
      '警告: このファイルには、やり取りされるすべての資格情報が含まれます。入手した人は誰でも使えます。共有しないでください。',
    original: (file, keys) => `原本は ${file} に封印されました。開ける鍵は ${countText(keys)} 個です。`,
    pictures: (count, folder) =>
      `画像 ${countText(count)} 枚を ${folder} に保存しました。画像はサニタイズされていません。共有する前に内容を確認してください。`,
  },
};
