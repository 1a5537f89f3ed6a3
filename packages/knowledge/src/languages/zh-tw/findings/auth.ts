import type { GroupWords } from '../../../words.ts';
import { quote, request, search, searchStep } from '../phrases.ts';

export const authFindings: GroupWords<'auth'> = {
  'auth/unauthorized': {
    verdict: (f) => {
      const why = f.errorText === undefined ? '' : `：${quote(f.errorText)}`;
      const healed = f.healed ? '，再次要求時成功' : '';
      if (f.status === 407) return `Proxy 在 ${request(f)} 之前要求登入（407）${healed}${why}。`;
      const what = f.status === 401 ? '被拒絕，服務不認可要求者的身分（401）' : '被禁止（403）';
      return `${request(f)} ${what}${healed}${why}${search(f)}。`;
    },
    explanation: (f) => {
      if (f.status === 403)
        return '服務知道要求者是誰，但不允許：缺少角色、授權或範圍（scope），或被防火牆拒絕。';
      if (f.credentials === 'missing') return '這個要求沒有攜帶認證，而同一擷取檔中的其他要求有。';
      if (f.credentials === 'sent') return '認證已送出但未被接受：已過期、已撤銷，或屬於其他服務。';
      return '無法得知是否送出了認證：匯出時所有要求的認證都被移除了。';
    },
    nextStep: (f) => {
      if (f.healed) return '不需處理：登入往往從一次拒絕開始。';
      if (f.status === 407) return '請登入 Proxy，或讓這個主機免登入通過。';
      if (f.status === 403) return `請檢查此人的角色、授權和範圍。${searchStep(f)}`;
      return `請登出後重新登入，再試一次。${searchStep(f)}`;
    },
  },
};
