import { countText } from '../../format/quantity.ts';
import type { TraceWords } from './trace-words.ts';

export const jaTrace: TraceWords = {
  usage: {
    'no-tracking-id': ({ index }) =>
      `リクエスト ${index} にはトラッキング ID がないため、ログを検索できません。プリフライトには常に ID がありません。`,
  },
  command: {
    trace: {
      summary: '1 つのリクエストを全サービスにわたって追い、失敗箇所を示す',
      about:
        'トラッキング ID、またはキャプチャーとリクエストの番号を指定します。行はログストアから取得します。プレイブックが想定していて行がないものを先頭に示します。',
    },
  },
  told: {
    broke: (service, call, what) => `失敗箇所: ${service}、${call}: ${what}`,
    request: 'リクエスト本体',
    refused: (refused, of) =>
      `メッセージは正常に届きましたが、${of} 個のコマンドのうち ${refused} 個が拒否されました。`,
    cause: (text) => `原因: ${text}`,
    received: 'このサービスは伝達しただけです。実際に拒否したサービスの行はありません。',
    missing: (service, call) => `${service} の行がありません（${call}）。`,
    drift: (element, values, from, to) =>
      `${element} が途中で変わりました: ${values}（${from} と ${to} の間）。`,
    askedOff: (member) => `${member} は値が入力されていますが、ページ自体がオフを要求しています。`,
    whole: '行を見る限り、失敗はありません。',
    noLines: 'このリクエストに関する行はどのサービスにもありません。',
    chosen: (requests, call) =>
      `この ID はリクエスト ${countText(requests)} 件のセッションを指します。表示しているのは${call}です。`,
    cut: (records) => `先頭の ${countText(records)} 件のレコードのみを使用しました。`,
    attempt: (number) => `${number + 1} 回目`,
    clock: (offset) => `時計 ${offset}`,
    moreLines: (lines) => `ほか ${countText(lines)} 行。--all ですべて表示`,
    heads: { hop: 'サービス', call: '呼び出し', start: '開始', took: '所要時間', status: 'ステータス' },
  },
};
