import { place } from '../../../finding/place.ts';
import type { GroupWords } from '../../../words.ts';
import { request, search, searchStep } from '../phrases.ts';

/** Age in a unit that fits. */
const ageOf = (ageS: number) => {
  if (ageS < 3600) return `약 ${Math.round(ageS / 60)}분`;
  return ageS < 86_400 ? `약 ${Math.round(ageS / 3600)}시간` : `약 ${Math.round(ageS / 86_400)}일`;
};

export const versionFindings: GroupWords<'version'> = {
  'version/chunk-missing': {
    verdict: (f) =>
      f.how === 'gone'
        ? `${request(f)}: 더 이상 존재하지 않습니다(${f.status}). 페이지가 애플리케이션의 이전 빌드에 속합니다.${search(f)}`
        : `${request(f)}: 스크립트나 스타일 대신 페이지가 왔습니다(${f.status}). 요청한 페이지가 애플리케이션의 이전 빌드에 속합니다.${search(f)}`,
    explanation: () =>
      '이 파일들의 이름은 빌드마다 바뀝니다. 서버에는 마지막 빌드의 파일만 있고, 열려 있는 페이지는 여전히 자기 빌드의 파일을 요청합니다.',
    nextStep: () =>
      '캐시 없이 페이지를 새로 고치십시오(Ctrl+Shift+R). 서비스 팀은 이전 빌드의 파일을 한동안 남겨 두고, 파일이 없으면 페이지가 새로 고침을 요청하게 해야 합니다.',
  },
  'version/stale-document': {
    verdict: (f) => {
      const from =
        f.from === 'browser-cache'
          ? '브라우저 캐시'
          : `중간 캐시${f.ageS === undefined ? '' : `(${ageOf(f.ageS)} 경과)`}`;
      return `페이지 ${place(f)}: ${from}에서 왔으며, 이제 없는 빌드의 파일 ${f.missing}개를 요청합니다.${search(f)}`;
    },
    explanation: () =>
      '페이지는 그 페이지가 가리키는 파일이 있는 동안만 보관해야 합니다. 이 페이지는 자신이 속한 빌드보다 오래 보관되었습니다.',
    nextStep: (f) =>
      f.from === 'browser-cache'
        ? '캐시 없이 페이지를 새로 고치십시오(Ctrl+Shift+R). 서비스 팀은 페이지를 Cache-Control: no-cache로 보내고, 긴 유효 시간은 이름에 해시가 있는 파일에만 주어야 합니다.'
        : '중간 캐시(CDN, 프록시)에서 이 페이지를 지우십시오. 서비스 팀은 페이지를 Cache-Control: no-cache로 보내거나 배포할 때마다 캐시를 비워야 합니다.',
  },
  'version/stale-service-worker': {
    verdict: (f) =>
      `페이지 ${place(f)}: 이전 빌드를 보관한 서비스 워커에서 왔으며, 이제 없는 파일 ${f.missing}개를 요청합니다.${search(f)}`,
    explanation: () =>
      '서비스 워커는 새로 고침에도 보관한 내용으로 응답합니다. 그 빌드의 파일은 더 이상 서버에 없습니다.',
    nextStep: () =>
      '이 사이트의 서비스 워커를 제거하고(개발자 도구의 Application, Service workers, Unregister) 새로 고치십시오. 서비스 팀은 워커가 새 빌드를 바로 받아들이고 이전 것을 버리게 해야 합니다.',
  },
  'version/mixed-builds': {
    verdict: (f) => {
      const failing = f.failing === undefined ? '' : ` 실패한 것은 다음 빌드의 응답뿐입니다: ${f.failing}.`;
      return `${place(f)}: 여러 빌드가 번갈아 응답합니다(${f.field}: ${f.builds}).${failing}${search(f)}`;
    },
    explanation: (f) =>
      f.failing === undefined
        ? '하나의 이름 뒤에 여러 빌드가 동시에 있습니다. 배포가 진행 중이거나 멈췄거나, 일부 사용자를 대상으로 한 시험입니다.'
        : '하나의 이름 뒤에 여러 빌드가 동시에 있으며, 그중 하나는 페이지가 보내는 내용을 처리하지 못합니다. 어느 것이 응답할지는 우연에 달려 있습니다.',
    nextStep: (f) =>
      f.failing === undefined
        ? '그 시각에 배포가 진행 중이었는지 서비스 팀에 문의하십시오.'
        : `아직 응답하는 빌드(${f.failing})가 남아 있는 이유(멈춘 배포, 교체되지 않은 인스턴스)를 서비스 팀에 문의하십시오. ${searchStep(f)}`,
  },
  'version/deprecated-api': {
    verdict: (f) => {
      const parts = [
        ...(f.since === undefined ? [] : [`${f.since}부터`]),
        ...(f.until === undefined
          ? []
          : [f.isOver ? `예고된 종료일 ${f.until} 지남` : `${f.until} 종료 예정`]),
        ...(f.successor === undefined ? [] : [`대체: ${f.successor}`]),
      ];
      return `${request(f)}: 더 이상 권장되지 않습니다${parts.length === 0 ? '' : `(${parts.join(', ')})`}.`;
    },
    explanation: (f) =>
      f.isOver
        ? '서비스가 예고한 날이 지났습니다. 언제든지 응답을 멈출 수 있습니다.'
        : '서비스는 아직 응답하지만 언젠가 끝난다고 예고합니다(RFC 9745, RFC 8594).',
    nextStep: () => '페이지나 프로그램을 만드는 팀이 그날 전에 새 인터페이스로 옮겨야 합니다.',
  },
};
