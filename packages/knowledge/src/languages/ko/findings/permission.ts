import type { GroupWords } from '../../../words.ts';
import { quote, request, said, search, searchStep } from '../phrases.ts';

export const permissionFindings: GroupWords<'permission'> = {
  'permission/feature-no-access': {
    verdict: (f) => {
      const more = f.featureCount > 10 ? ' …' : '';
      if (f.outdatedSince !== undefined)
        return `서비스가 아직 기능 ${f.featureCount}개를 숨기고 있습니다(${f.features}${more}). 판정 시각: ${f.outdatedSince}, 허용하는 템플릿의 변경 시각: ${f.modifiedAt ?? '그 이후'}.`;
      const where = f.template === undefined ? '권한 템플릿' : `템플릿 ${quote(f.template)}`;
      const level = f.level === undefined ? '' : `(${f.level})`;
      return `${where}${level}에서 기능 ${f.featureCount}개를 사용자에게 숨기고 있습니다: ${f.features}${more}.`;
    },
    explanation: (f) => {
      const by = f.modifiedBy === undefined ? '' : `, 변경한 사람: ${f.modifiedBy}`;
      const changed = f.modifiedAt === undefined ? '' : ` 템플릿의 마지막 변경: ${f.modifiedAt}${by}.`;
      const rank = f.rank === undefined ? '' : ` 순위: ${f.rank}.`;
      const others =
        f.alsoHidden === undefined ? '' : ` 이 캡처에서 찾지 않은 기능도 ${f.alsoHidden}개 숨겨져 있습니다.`;
      const disputed = f.conflicting
        ? ' 같은 수준의 다른 템플릿은 일부를 허용합니다. 어느 쪽이 적용되는지는 캡처에 없습니다.'
        : '';
      return `NO_ACCESS는 사용자에게 옵션이 보이지 않는다는 뜻이며, 오류는 발생하지 않습니다. 사용자 개별 설정이 조직 설정보다 우선합니다.${changed}${rank}${others}${disputed}`;
    },
    nextStep: (f) =>
      f.outdatedSince === undefined
        ? '기능이 필요하다면 조직의 템플릿이나 이 사용자에 대해 허용하십시오. 변경이 나타나기까지 몇 시간이 걸릴 수 있습니다.'
        : '서비스가 다시 판정할 때까지 기다리십시오. 몇 시간이 걸릴 수 있으며, 다시 로그인하면 빨라질 수 있습니다.',
  },
  'permission/flag-off': {
    verdict: (f) =>
      `${request(f)}: ${f.status} 상태로 거부되었고, 기능 플래그 ${quote(f.flag)} 값이 꺼짐입니다.${search(f)}`,
    explanation: (f) =>
      `${f.flagPlace} 응답이 이 사용자에게 해당 기능이 꺼져 있다고 이미 알려 주었습니다. 페이지는 이 기능을 제공하지 말았어야 합니다.`,
    nextStep: (f) =>
      `이 조직에서 ${quote(f.flag)} 플래그가 켜져 있어야 하는지 서비스 팀에 문의하십시오. ${searchStep(f)}`,
  },
  'permission/licence': {
    verdict: (f) => {
      if (f.featureCount === 0)
        return `${request(f)}: 라이선스 때문에 거부되었습니다.${said(f.errorText, false)}${search(f)}`;
      const needed = f.required === undefined ? '' : `(필요한 라이선스: ${f.required})`;
      return `${request(f)}: 사용자의 라이선스에 포함되지 않은 기능이 있습니다${needed}${f.features === '' ? '' : `: ${f.features}`}.`;
    },
    explanation: (f) =>
      f.featureCount === 0
        ? '사용자의 라이선스 또는 할당하려던 라이선스로는 허용되지 않습니다.'
        : '템플릿이 허용하더라도 옵션이 표시되지 않으며, 오류는 발생하지 않습니다.',
    nextStep: () => '관리 포털에서 사용자의 라이선스를 확인하고, 해당 기능이 포함된 라이선스를 할당하십시오.',
  },
  'permission/vendor-refused': {
    verdict: (f) =>
      `${request(f)}: ${f.status} 상태로 실패했습니다. 거부한 업체: ${f.party}, 오류: ${quote(f.errorText)}.${f.healed ? ' 이후의 시도는 성공했습니다.' : search(f)}`,
    explanation: (f) =>
      f.ownText === undefined
        ? `서비스는 업체(${f.party})의 응답을 전달할 뿐입니다. ${quote(f.vendorText)}.`
        : `업체(${f.party})의 응답: ${quote(f.vendorText)}. 서비스 자체의 설명: ${quote(f.ownText)}.`,
    nextStep: (f) =>
      `업체(${f.party})에 거부 이유를 문의하고 이 사용자에 대한 계약 내용을 확인하십시오. 에스컬레이션에는 전체 오류 내용, 화면 캡처, 시각, 로그 항목을 첨부하십시오. ${searchStep(f)}`,
  },
  'permission/asked-for-off': {
    verdict: (f) =>
      `${request(f)}: 브라우저가 보낸 요청 자체가 기능을 끄는 것이었습니다. 입력된 값: ${f.filled}, false로 보낸 값: ${f.field}.`,
    explanation: (f) =>
      f.compared
        ? '스위치는 이전부터 꺼진 상태였고 옆의 값은 새로 입력되었습니다. 서비스는 요청받은 대로 동작했습니다.'
        : '이전 상태가 캡처에 없으므로 가능성일 뿐입니다.',
    nextStep: () =>
      '기능을 켜고 다시 저장한 뒤 요청이 보내는 내용을 확인하십시오. 스위치가 켜져 있었다면 페이지의 결함입니다.',
  },
  'permission/value-lost': {
    verdict: (f) =>
      `${request(f)}: 수락되었지만 다음 값이 보낸 것과 다릅니다. ${f.fields}${f.fieldCount > 5 ? ' …' : ''}(보낸 값 ${f.sent}, 현재 값 ${f.found}).${search(f)}`,
    explanation: (f) => {
      if (f.partial)
        return '같은 변경의 다른 값은 반영되었으므로 너무 일찍 읽은 것이 아니라 도중에 유실되었거나 거부되었습니다.';
      return f.maySettle
        ? '변경 직후에 읽었으므로 서비스가 아직 준비되지 않았을 수 있습니다.'
        : '그래도 응답은 성공이었습니다. 거부한 것은 서비스 뒤에 있는 시스템입니다.';
    },
    nextStep: (f) => (f.maySettle ? `1분 뒤에 설정을 다시 읽으십시오. ${searchStep(f)}` : searchStep(f)),
  },
  'permission/job-failed': {
    verdict: (f) => {
      const job = f.job === undefined ? '작업' : `작업 ${f.job}`;
      const more = f.jobs > 1 ? `(외 ${f.jobs - 1}개)` : '';
      return `${request(f)}: ${job}${more}의 결과가 ${f.jobStatus}입니다.${said(f.errorText, false)}${search(f)}`;
    },
    explanation: (f) =>
      `작업이 수락된 뒤에 실패했으므로 오류를 보이는 요청이 없습니다.${f.total === undefined ? '' : ` 완료: ${f.total}개 중 ${f.done}개.`}`,
    nextStep: (f) => `작업이 지적하는 문제를 고치고 나머지에 대해 다시 시작하십시오. ${searchStep(f)}`,
  },
};
