import type { GroupWords } from '../../../words.ts';
import { quote } from '../phrases.ts';

export const permissionFindings: GroupWords<'permission'> = {
  'permission/feature-no-access': {
    verdict: (f) => {
      const where = f.template === undefined ? '권한 템플릿' : `템플릿 ${quote(f.template)}`;
      const level = f.level === undefined ? '' : `(${f.level})`;
      const more = f.featureCount > 10 ? ' …' : '';
      return `${where}${level}: 기능 ${f.featureCount}개를 사용자에게 숨깁니다. ${f.features}${more}`;
    },
    explanation: (f) =>
      `NO_ACCESS는 사용자에게 옵션이 보이지 않는다는 뜻이며, 오류는 발생하지 않습니다. 사용자 개별 설정이 조직 설정보다 우선합니다.${
        f.conflicting
          ? ' 같은 응답의 다른 템플릿은 일부를 허용합니다. 어느 쪽이 적용되는지는 캡처에 없습니다.'
          : ''
      }`,
    nextStep: () =>
      '기능이 필요하다면 조직의 템플릿이나 이 사용자에 대해 허용하십시오. 변경이 나타나기까지 몇 시간이 걸릴 수 있습니다.',
  },
};
