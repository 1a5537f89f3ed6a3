import type { GroupWords } from '../../../words.ts';
import { quote } from '../phrases.ts';

export const permissionFindings: GroupWords<'permission'> = {
  'permission/feature-no-access': {
    verdict: (f) => {
      const where = f.template === undefined ? '某個權限範本' : `範本${quote(f.template)}`;
      const level = f.level === undefined ? '' : `（${f.level}）`;
      const more = f.featureCount > 10 ? ' …' : '';
      return `${where}${level}對使用者隱藏了 ${f.featureCount} 項功能：${f.features}${more}。`;
    },
    explanation: (f) =>
      `NO_ACCESS 表示使用者看不到該選項，不會出現任何失敗。使用者自己的設定優先於組織的設定。${
        f.conflicting ? '同一回應中的另一個範本允許其中一部分；以哪個為準，擷取檔中看不出來。' : ''
      }`,
    nextStep: () =>
      '如果應該提供這項功能，請在組織的範本中或為這位使用者允許它；變更可能需要數小時才會生效。',
  },
};
