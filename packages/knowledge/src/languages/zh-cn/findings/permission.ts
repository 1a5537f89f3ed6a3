import type { GroupWords } from '../../../words.ts';
import { quote } from '../phrases.ts';

export const permissionFindings: GroupWords<'permission'> = {
  'permission/feature-no-access': {
    verdict: (f) => {
      const where = f.template === undefined ? '某个权限模板' : `模板${quote(f.template)}`;
      const level = f.level === undefined ? '' : `（${f.level}）`;
      const more = f.featureCount > 10 ? ' …' : '';
      return `${where}${level}对用户隐藏了 ${f.featureCount} 项功能：${f.features}${more}。`;
    },
    explanation: (f) =>
      `NO_ACCESS 表示用户看不到该选项，不会出现任何失败。用户自己的设置优先于组织的设置。${
        f.conflicting ? '同一响应中的另一个模板允许其中一部分；以哪个为准，抓包中看不出来。' : ''
      }`,
    nextStep: () => '如果应当提供该功能，请在组织的模板中或为此用户允许它；更改可能需要数小时才会生效。',
  },
};
