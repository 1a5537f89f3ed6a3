import { place } from '../../../finding/place.ts';
import type { GroupWords } from '../../../words.ts';
import { quote, request, said, search, searchStep } from '../phrases.ts';
import { contentFindings } from './fail-content.ts';
import { networkFindings } from './fail-network.ts';
import { statusFindings } from './fail-status.ts';

/** RFC 9110 §15.5, RFC 6585. */
/** nginx's word for it; others write an error of their own under the same number. */
const isGivenUp = (f: { readonly status: number; readonly errorText?: string }) =>
  f.status === 499 && f.errorText === undefined;

const clientStatus: Readonly<Record<number, string>> = {
  400: '서비스가 전송된 내용을 받아들이지 않았습니다. 값이 없거나 형식이 잘못되었거나 허용되지 않습니다.',
  404: '요청한 대상이 이 주소에 없거나, 서비스가 있다는 사실을 밝히지 않습니다.',
  408: '서버가 제시간에 요청 전체를 받지 못했습니다. 회선이 느리거나 보낸 양이 많습니다.',
  410: '요청한 대상은 예전에 있었으나 영구적으로 삭제되었습니다.',
  416: '요청한 범위가 실제 내용 밖에 있습니다.',
  421: '이 서버는 이 연결에서 이 호스트에 응답하지 않습니다. 호스트들이 인증서를 공유하면 브라우저는 연결을 재사용합니다.',
  422: '서비스가 내용을 이해했지만 값을 받아들이지 않습니다.',
  451: '요청한 대상은 법률상 여기에서 제공할 수 없습니다. 대개 요청이 온 국가 때문입니다.',
  499: '서비스가 응답하기 전에 요청한 쪽이 연결을 닫았습니다. 대개 서비스가 너무 느렸거나 사용자가 페이지를 떠났습니다.',
};

const serverStatus: Readonly<Record<number, string>> = {
  500: '서비스 자체에 오류가 발생했습니다.',
  501: '서비스가 이 작업을 지원하지 않습니다.',
  502: '게이트웨이가 뒤에 있는 서비스에서 쓸 수 있는 응답을 받지 못했습니다.',
  503: '서비스를 사용할 수 없었습니다. 과부하, 재시작 중이거나 정상 인스턴스가 없는 상태입니다.',
  504: '게이트웨이가 뒤에 있는 서비스를 기다리다가 포기했습니다.',
};

/** The search, closed for a sentence behind it: by itself it ends in the id. */
const searched = (f: { readonly trackingId?: string }) => searchStep(f).replace(/[^.]$/, '$&.');

export const failFindings: GroupWords<'fail'> = {
  ...networkFindings,
  ...statusFindings,
  ...contentFindings,
  'fail/http-4xx': {
    verdict: (f) =>
      f.healed
        ? `${request(f)}: ${f.status} 상태로 실패했으나 다시 시도하여 성공했습니다.${search(f)}`
        : `${request(f)}: ${f.status} 상태로 실패했습니다.${said(f.errorText, f.bodyMissing)}${search(f)}`,
    explanation: (f) =>
      (f.status === 499 && !isGivenUp(f) ? undefined : clientStatus[f.status]) ??
      '전송된 내용 때문에 서비스가 요청을 거부했습니다.',
    nextStep: (f) => {
      if (f.healed) return '반복되지 않는 한 조치할 필요가 없습니다.';
      if (isGivenUp(f))
        return `서비스에 걸린 시간을 확인하고 페이지와 서비스 앞 프록시의 제한 시간과 비교하십시오. ${searchStep(f)}`;
      return f.status === 408
        ? `보내는 데 걸린 시간을 확인하고 더 빠른 회선에서 시도하십시오. 그래도 실패하면 서버가 요청을 받는 제한 시간을 늘려야 합니다. ${searchStep(f)}`
        : `전송된 내용을 정상 요청과 비교하십시오. ${searchStep(f)}`;
    },
  },
  'fail/http-5xx': {
    verdict: (f) =>
      f.healed
        ? `${request(f)}: ${f.status} 상태로 실패했으나 다시 시도하여 성공했습니다.${search(f)}`
        : `${request(f)}: ${f.status} 상태로 실패했습니다.${said(f.errorText, f.bodyMissing)}${search(f)}`,
    explanation: (f) =>
      serverStatus[f.status] ?? '서비스 쪽에서 실패했습니다. 요청 자체는 문제가 없을 수 있습니다.',
    nextStep: (f) => searchStep(f),
  },
  'fail/upstream': {
    verdict: (f) => {
      const who = f.party ?? '뒤에 있는 서비스';
      const how = f.upstreamStatus === undefined ? '' : `, 상태 ${f.upstreamStatus}`;
      const healed = f.healed ? '(다시 시도하여 성공)' : '';
      return `${request(f)}: ${f.status} 응답을 받았습니다${healed}. 실패한 쪽(${who}${how})의 오류: ${quote(f.errorText)}.${search(f)}`;
    },
    explanation: (f) =>
      f.party === undefined
        ? '응답한 서비스는 뒤에 있는 다른 서비스의 실패를 전달하고 있습니다. 오류 내용은 그 서비스의 상태 코드로 시작합니다.'
        : `응답한 서비스는 다른 쪽의 실패를 이름을 들어 전달하고 있습니다: ${f.party}.`,
    nextStep: (f) =>
      f.party === undefined
        ? `${searched(f)} 뒤에 있는 서비스에 대한 호출을 보면 거기서 무엇이 실패했는지 알 수 있습니다.`
        : `${searched(f)} 그런 다음 오류 내용을 해당 업체(${f.party})나 그 계정의 관리자에게 전달하십시오.`,
  },
  'fail/pending': {
    verdict: (f) => {
      if (f.maybeStopped)
        return f.count === 1
          ? `${place(f)}: 캡처에 응답이 없습니다.`
          : `요청 ${f.count}개의 응답이 캡처에 없습니다. 첫 번째 요청: ${place(f)}.`;
      return f.count === 1
        ? `${place(f)}: 캡처를 저장할 때 아직 응답이 없었습니다.`
        : `캡처를 저장할 때 요청 ${f.count}개에 아직 응답이 없었습니다. 가장 오래된 요청: ${place(f)}.`;
    },
    explanation: (f) =>
      `어떻게 끝났는지는 캡처에 없습니다. 이벤트 스트림처럼 일부러 열어 두는 요청도 있습니다.${f.maybeStopped ? ' 이 캡처를 만든 프로그램은 차단되었거나 보내지 못한 요청도 똑같이 기록합니다.' : ''}`,
    nextStep: () => '중요한 요청이라면 끝날 때까지 기다린 뒤 저장하도록 다시 기록하십시오.',
  },
};
