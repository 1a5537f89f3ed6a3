import type { GroupWords } from '../../../words.ts';
import { quote } from '../phrases.ts';

export const permissionFindings: GroupWords<'permission'> = {
  'permission/feature-no-access': {
    verdict: (f) => {
      const where = f.template === undefined ? '権限テンプレート' : `テンプレート${quote(f.template)}`;
      const level = f.level === undefined ? '' : `（${f.level}）`;
      const more = f.featureCount > 10 ? ' …' : '';
      return `${where}${level}により、${f.featureCount} 個の機能が利用者に表示されません：${f.features}${more}。`;
    },
    explanation: (f) =>
      `NO_ACCESS は、利用者にその項目が表示されないことを意味し、エラーにはなりません。利用者個別の設定は組織の設定より優先されます。${
        f.conflicting
          ? '同じ応答の別のテンプレートは一部を許可しています。どちらが有効かはキャプチャーからは分かりません。'
          : ''
      }`,
    nextStep: () =>
      '機能が必要であれば、組織のテンプレートまたはこの利用者で許可してください。変更の反映には数時間かかることがあります。',
  },
};
