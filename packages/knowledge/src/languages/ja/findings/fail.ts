import { place } from '../../../finding/place.ts';
import type { GroupWords } from '../../../words.ts';
import { inline, quote, said, search, searchStep } from '../phrases.ts';
import { contentFindings } from './fail-content.ts';
import { networkFindings } from './fail-network.ts';
import { statusFindings } from './fail-status.ts';

/** RFC 9110 §15.5、RFC 6585。 */
/** nginx's word for it; others write an error of their own under the same number. */
const isGivenUp = (f: { readonly status: number; readonly errorText?: string }) =>
  f.status === 499 && f.errorText === undefined;

const clientStatus: Readonly<Record<number, string>> = {
  400: '送信された内容をサービスが受け付けませんでした。値が不足しているか、形式が正しくないか、許可されていません。',
  404: '要求されたものはこのアドレスに存在しないか、存在することをサービスが明かしていません。',
  408: 'サーバーはリクエスト全体を時間内に受け取れませんでした。回線が遅いか、送信量が大きすぎます。',
  410: '要求されたものは以前存在しましたが、完全に削除されています。',
  416: '要求された範囲は、実際の内容の外にあります。',
  421: 'このサーバーは、この接続ではこのホストに応答しません。ホストが証明書を共有していると、ブラウザーは接続を再利用します。',
  422: 'サービスは内容を理解しましたが、その値を受け付けません。',
  451: '要求されたものは、法律上ここでは提供できません。多くの場合、リクエスト元の国が理由です。',
  499: 'サービスが応答する前に、要求した側が接続を閉じました。多くの場合、サービスが遅すぎたか、利用者がページを離れました。',
};

const serverStatus: Readonly<Record<number, string>> = {
  500: 'サービス自体に障害が発生しました。',
  501: 'サービスはこの操作に対応していません。',
  502: 'ゲートウェイが、背後のサービスから有効な応答を得られませんでした。',
  503: 'サービスが利用できませんでした。過負荷、再起動中、または正常なインスタンスがない状態です。',
  504: 'ゲートウェイが背後のサービスを待ちましたが、時間切れになりました。',
};

export const failFindings: GroupWords<'fail'> = {
  ...networkFindings,
  ...statusFindings,
  ...contentFindings,
  'fail/http-4xx': {
    verdict: (f) =>
      f.healed
        ? `${inline(f)}は ${f.status} で失敗しましたが、再試行で成功しました。${search(f)}`
        : `${inline(f)}は ${f.status} で失敗しました${said(f.errorText, f.bodyMissing)}${search(f)}`,
    explanation: (f) =>
      (f.status === 499 && !isGivenUp(f) ? undefined : clientStatus[f.status]) ??
      '送信された内容を理由に、サービスがリクエストを拒否しました。',
    nextStep: (f) => {
      if (f.healed) return '繰り返し発生しない限り、対応は不要です。';
      if (isGivenUp(f))
        return `サービスにかかった時間を確認し、ページと手前のプロキシの制限時間と比較してください。${searchStep(f)}`;
      return f.status === 408
        ? `送信にかかった時間を確認し、より速い回線で試してください。それでも起きる場合は、サーバーがリクエストの受信を待つ時間を延ばす必要があります。${searchStep(f)}`
        : `送信内容を、成功するリクエストと比較してください。${searchStep(f)}`;
    },
  },
  'fail/http-5xx': {
    verdict: (f) =>
      f.healed
        ? `${inline(f)}は ${f.status} で失敗しましたが、再試行で成功しました。${search(f)}`
        : `${inline(f)}は ${f.status} で失敗しました${said(f.errorText, f.bodyMissing)}${search(f)}`,
    explanation: (f) =>
      serverStatus[f.status] ?? 'サービス側で失敗しました。リクエスト自体には問題がない可能性があります。',
    nextStep: (f) => searchStep(f),
  },
  'fail/upstream': {
    verdict: (f) => {
      const who = f.party === undefined ? '背後のサービスが' : `${f.party} が`;
      const how = f.upstreamStatus === undefined ? '失敗した' : ` ${f.upstreamStatus} を返した`;
      const healed = f.healed ? '（再試行で成功）' : '';
      return `${inline(f)}は ${f.status} を返しました${healed}。${who}${how}ためです：${quote(f.errorText)}。${search(f)}`;
    },
    explanation: (f) =>
      f.party === undefined
        ? '応答したサービスは、背後にある別のサービスの失敗をそのまま伝えています。本文の先頭は背後のサービスのステータスです。'
        : `応答したサービスは、名前を挙げて ${f.party} の失敗を伝えています。`,
    nextStep: (f) =>
      f.party === undefined
        ? `${searchStep(f)}背後のサービスへの呼び出しを見ると、そこで何が失敗したか分かります。`
        : `${searchStep(f)}そのうえで、このエラーを ${f.party}、またはそのアカウントの管理者に伝えてください。`,
  },
  'fail/pending': {
    verdict: (f) => {
      if (f.maybeStopped)
        return f.count === 1
          ? `${place(f)} の応答はキャプチャーにありません。`
          : `${f.count} 件のリクエストの応答がキャプチャーにありません。最初のものは ${place(f)} です。`;
      return f.count === 1
        ? `${place(f)} は、キャプチャーの保存時にまだ応答を受け取っていませんでした。`
        : `${f.count} 件のリクエストが、キャプチャーの保存時にまだ応答を受け取っていませんでした。最も古いものは ${place(f)} です。`;
    },
    explanation: (f) =>
      `結果はキャプチャーに含まれていません。イベントストリームのように、意図的に開いたままのものもあります。${f.maybeStopped ? 'このキャプチャーを書き出したプログラムは、ブロックされたリクエストや送信できなかったリクエストも同じように記録します。' : ''}`,
    nextStep: () =>
      '重要なリクエストであれば、完了を待ってから保存するようにして、もう一度取得してください。',
  },
};
