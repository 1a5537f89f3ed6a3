import type { GroupWords } from '../../../words.ts';
import { quote, request, search, searchStep } from '../phrases.ts';

export const authFindings: GroupWords<'auth'> = {
  'auth/unauthorized': {
    verdict: (f) => {
      const why = f.errorText === undefined ? '' : ` 오류: ${quote(f.errorText)}.`;
      const healed = f.healed ? ' 다시 시도하여 성공했습니다.' : '';
      if (f.status === 407) return `${request(f)}: 프록시가 먼저 로그인을 요구했습니다(407).${healed}${why}`;
      const what =
        f.status === 401 ? '서비스가 요청자를 인증하지 않아 거부했습니다(401)' : '접근이 금지되었습니다(403)';
      return `${request(f)}: ${what}.${healed}${why}${search(f)}`;
    },
    explanation: (f) => {
      if (f.status === 403)
        return '서비스는 요청자를 알지만 허용하지 않습니다. 역할, 라이선스 또는 범위(scope)가 없거나 방화벽이 거부했습니다.';
      if (f.credentials === 'missing')
        return '이 요청에는 자격 증명이 없습니다. 같은 캡처의 다른 요청에는 있습니다.';
      if (f.credentials === 'sent')
        return '자격 증명이 전송되었지만 받아들여지지 않았습니다. 만료되었거나 취소되었거나 다른 서비스용입니다.';
      return '자격 증명이 전송되었는지 알 수 없습니다. 내보낼 때 모든 요청에서 제외되었습니다.';
    },
    nextStep: (f) => {
      if (f.healed) return '조치할 필요가 없습니다. 로그인은 거부 응답으로 시작하는 경우가 많습니다.';
      if (f.status === 407) return '프록시에 로그인하거나 이 호스트를 로그인 없이 통과시키십시오.';
      if (f.status === 403) return `사용자의 역할, 라이선스, 범위를 확인하십시오. ${searchStep(f)}`;
      return `로그아웃했다가 다시 로그인하여 시도하십시오. ${searchStep(f)}`;
    },
  },
};
