import type { GroupWords } from '../../../words.ts';
import { quote, request, search, searchStep } from '../phrases.ts';

export const authFindings: GroupWords<'auth'> = {
  'auth/unauthorized': {
    verdict: (f) => {
      const why = f.errorText === undefined ? '' : `：${quote(f.errorText)}`;
      const healed = f.healed ? '，再次请求时成功' : '';
      if (f.status === 407) return `代理在 ${request(f)} 之前要求登录（407）${healed}${why}。`;
      const what = f.status === 401 ? '被拒绝，服务不认可请求者的身份（401）' : '被禁止（403）';
      return `${request(f)} ${what}${healed}${why}${search(f)}。`;
    },
    explanation: (f) => {
      if (f.status === 403)
        return '服务知道请求者是谁，但不允许：缺少角色、许可证或权限范围（scope），或被防火墙拒绝。';
      if (f.credentials === 'missing') return '该请求没有携带凭据，而同一抓包中的其他请求有。';
      if (f.credentials === 'sent') return '凭据已发送但未被接受：已过期、已撤销，或属于其他服务。';
      return '无法得知是否发送了凭据：导出时所有请求的凭据都被去除了。';
    },
    nextStep: (f) => {
      if (f.healed) return '无需处理：登录往往从一次拒绝开始。';
      if (f.status === 407) return '请登录代理，或让此主机免登录通过。';
      if (f.status === 403) return `请检查此人的角色、许可证和权限范围。${searchStep(f)}`;
      return `请退出后重新登录，再试一次。${searchStep(f)}`;
    },
  },
};
