import type { GroupWords } from '../../../words.ts';
import { quote, request, search, searchStep } from '../phrases.ts';

export const authFindings: GroupWords<'auth'> = {
  'auth/unauthorized': {
    verdict: (f) => {
      const why = f.errorText === undefined ? '' : `：${quote(f.errorText)}`;
      const healed = f.healed ? '（再試行で成功）' : '';
      if (f.status === 407) return `プロキシが ${request(f)} の前に認証を求めました（407）${healed}${why}。`;
      const what =
        f.status === 401 ? 'は、要求元が認証されないため拒否されました（401）' : 'は禁止されています（403）';
      return `${request(f)} ${what}${healed}${why}。${search(f)}`;
    },
    explanation: (f) => {
      if (f.status === 403)
        return 'サービスは要求元を認識していますが、許可していません。ロール、ライセンス、スコープの不足か、ファイアウォールによる拒否です。';
      if (f.credentials === 'missing')
        return 'このリクエストには資格情報がありません。同じキャプチャーのほかのリクエストには付いています。';
      if (f.credentials === 'sent')
        return '資格情報は送信されましたが、受け付けられませんでした。期限切れ、失効、または別のサービス用です。';
      return '資格情報が送信されたかどうかは分かりません。エクスポート時にすべてのリクエストから除かれています。';
    },
    nextStep: (f) => {
      if (f.healed) return '対応は不要です。サインインは拒否の応答から始まることがよくあります。';
      if (f.status === 407) return 'プロキシにサインインするか、このホストを認証なしで通してください。';
      if (f.status === 403) return `利用者のロール、ライセンス、スコープを確認してください。${searchStep(f)}`;
      return `サインアウトしてサインインし直し、もう一度試してください。${searchStep(f)}`;
    },
  },
};
