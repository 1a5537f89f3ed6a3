import type { ExchangeFacts } from '../../finding/finding-facts.ts';
import { place } from '../../finding/place.ts';

// Sentences are built so that no particle (은/는, 이/가, 을/를) has to agree with a captured value.
export const request = (facts: ExchangeFacts) =>
  facts.count === 1 ? place(facts) : `${place(facts)}(같은 요청 ${facts.count - 1}개 더)`;

export const quote = (text: string) => `“${text}”`;

export const search = ({ trackingId }: { readonly trackingId?: string }) =>
  trackingId === undefined ? '' : ` 로그에서 다음 ID를 검색하십시오: ${trackingId}`;

export const said = (errorText: string | undefined, bodyMissing: boolean) => {
  if (errorText !== undefined) return ` 오류: ${quote(errorText)}.`;
  return bodyMissing ? ' 이유가 담긴 본문은 캡처에 없습니다.' : ' 이유는 제시되지 않았습니다.';
};

export const searchStep = ({ trackingId }: { readonly trackingId?: string }) =>
  trackingId === undefined
    ? '추적 ID가 없습니다. 시각, 호스트, 경로로 서비스 로그를 검색하십시오.'
    : `모든 서비스의 로그에서 다음 ID를 검색하십시오: ${trackingId}`;
