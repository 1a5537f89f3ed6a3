import { durationOf } from '../../../finding/place.ts';
import type { GroupWords } from '../../../words.ts';
import { request, search, searchStep } from '../phrases.ts';

export const slowFindings: GroupWords<'slow'> = {
  'slow/wait-dominates': {
    verdict: (f) => {
      const where =
        f.place === 'service'
          ? '（サービス自体の処理）'
          : f.place === 'before-service'
            ? '（主にサービスの手前）'
            : '';
      return `${request(f)} に ${durationOf(f.timeMs)} かかり、そのうち ${durationOf(f.waitMs)} は最初のバイトの待ち時間でした${where}。${search(f)}`;
    },
    explanation: (f) => {
      if (f.place === 'not-observable')
        return 'リクエストは送信済みで、応答はまだ始まっていませんでした。サービス自体の処理時間は応答に示されていません。';
      return f.place === 'service'
        ? `サービス自身の申告では、処理に ${durationOf(f.serviceMs ?? 0)} かかっています。`
        : `サービス自身の申告では処理は ${durationOf(f.serviceMs ?? 0)} だけです。残りは経路、待ち行列、ゲートウェイで費やされました。`;
    },
    nextStep: (f) =>
      f.place === 'before-service'
        ? `ゲートウェイ、プロキシ、ネットワーク経路を確認してください。${searchStep(f)}`
        : searchStep(f),
  },
  'slow/stalled': {
    verdict: (f) =>
      `${request(f)} は ${durationOf(f.timeMs)} のうち ${durationOf(f.stalledMs)} を、送信前にブラウザー内で待っていました${
        f.connectionLimit ? `。同じホストへのリクエストがほかに ${f.concurrent} 件実行中だったためです` : ''
      }。`,
    explanation: (f) =>
      f.connectionLimit
        ? 'HTTP/1.1 では、ブラウザーは一つのホストに六つまで接続を開き、それ以上は待たされます。'
        : 'ブラウザーが送信を保留しました。優先度、プロキシ、ディスクキャッシュ、または端末の負荷が原因です。',
    nextStep: (f) =>
      f.connectionLimit
        ? '同時リクエストを減らすか、サービスで HTTP/2 を使ってください。'
        : 'タブと拡張機能を減らして再試行し、プロキシを確認してください。',
  },
};
