import { ja as bench } from './bench/ja.ts';
import { details } from './details/ja.ts';
import { escalate } from './escalate/ja.ts';
import { knowledgeBase } from './knowledge/ja.ts';
import { logs } from './logs/ja.ts';
import { tools } from './tools/ja.ts';
import type { WebWords } from './web-words.ts';

export const ja: WebWords = {
  start: {
    title: 'キャプチャーを開く',
    drop: 'HAR または SAZ ファイルをここにドロップ',
    choose: 'ファイルを選択',
    example: 'サンプルを開く',
    private: 'ファイルはこのブラウザーの中だけで処理され、どこにも送信されません。',
  },
  reading: {
    progress: (readBytes, totalBytes, entries) => `${totalBytes} 中 ${readBytes}、リクエスト ${entries} 件`,
    cancel: 'キャンセル',
    meanwhile: '表はもう使えます。原因は、すべて読み終えてから表示します。',
  },
  answer: {
    whoCanFix: (who) => `対処できる人：${who}`,
    trackingId: 'トラッキング ID',
    copy: 'コピー',
    copied: 'コピーしました',
    evidence: '根拠',
    moreFindings: (count) => `ほか ${count} 件の検出結果`,
    requests: (count) => `リクエスト ${count} 件`,
    failed: (count) => `失敗 ${count} 件`,
  },
  table: {
    label: 'リクエスト一覧',
    index: '#',
    started: '開始',
    method: 'メソッド',
    url: 'URL',
    code: 'コード',
    trackingId: 'トラッキング ID',
    error: 'エラー',
    org: '組織',
    time: '時間',
    waterfall: 'ウォーターフォール',
  },
  filter: {
    label: 'フィルター',
    placeholder: 'status:>=400 OR wait:>1s',
    quick: { failed: '失敗', slow: '遅い', cors: 'CORS', auth: '認証' },
    shown: (shown, all) => `${all} 件中 ${shown} 件`,
  },
  details,
  ...tools,
  logs,
  bench,
  escalate,
  knowledgeBase,
  frame: { language: '言語', theme: 'ライト／ダーク', closeCapture: (name) => `${name} を閉じる` },
};
