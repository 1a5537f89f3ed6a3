import type { GroupWords } from '../../../words.ts';
import { inline, quote, said, search, searchStep } from '../phrases.ts';

export const permissionFindings: GroupWords<'permission'> = {
  'permission/feature-no-access': {
    verdict: (f) => {
      const more = f.featureCount > 10 ? ' …' : '';
      if (f.outdatedSince !== undefined)
        return `服务仍隐藏着 ${f.featureCount} 项功能（${f.features}${more}）：这是 ${f.outdatedSince} 的计算结果，而允许这些功能的模板${f.modifiedAt === undefined ? '在那之后' : `到 ${f.modifiedAt} `}才更改。`;
      const where = f.template === undefined ? '某个权限模板' : `模板${quote(f.template)}`;
      const level = f.level === undefined ? '' : `（${f.level}）`;
      return `${where}${level}对用户隐藏了 ${f.featureCount} 项功能：${f.features}${more}。`;
    },
    explanation: (f) => {
      const by = f.modifiedBy === undefined ? '' : `，更改者为 ${f.modifiedBy}`;
      const changed = f.modifiedAt === undefined ? '' : `模板最后更改于 ${f.modifiedAt}${by}。`;
      const rank = f.rank === undefined ? '' : `其级别序号为 ${f.rank}。`;
      const others =
        f.alsoHidden === undefined ? '' : `它还隐藏了 ${f.alsoHidden} 项，但本次抓包中没有任何内容需要它们。`;
      const disputed = f.conflicting
        ? '同一级别的另一个模板允许其中一部分；以哪个为准，抓包中看不出来。'
        : '';
      return `NO_ACCESS 表示用户看不到该选项，不会出现任何失败。用户自己的设置优先于组织的设置。${changed}${rank}${others}${disputed}`;
    },
    nextStep: (f) =>
      f.outdatedSince === undefined
        ? '如果应当提供该功能，请在组织的模板中或为此用户允许它；更改可能需要数小时才会生效。'
        : '请等待服务重新计算，这可能需要数小时；重新登录或许能加快。',
  },
  'permission/flag-off': {
    verdict: (f) => `${inline(f)}被拒绝（${f.status}），而功能开关${quote(f.flag)}处于关闭状态${search(f)}。`,
    explanation: (f) => `${f.flagPlace} 此前已说明该功能对此用户关闭；页面本不应提供它。`,
    nextStep: (f) => `请向服务团队确认${quote(f.flag)}是否应当为该组织开启。${searchStep(f)}`,
  },
  'permission/licence': {
    verdict: (f) => {
      if (f.featureCount === 0) return `${inline(f)}因许可证被拒绝${said(f.errorText, false)}${search(f)}。`;
      const needed = f.required === undefined ? '' : `（需要：${f.required}）`;
      return `${inline(f)}表明用户的许可证不包含${f.features === '' ? '某项功能' : ` ${f.features}`}${needed}。`;
    },
    explanation: (f) =>
      f.featureCount === 0
        ? '用户拥有的许可证，或将要分配的许可证，不允许这样做。'
        : '无论模板是否允许，该选项都不会显示，也不会出现任何失败。',
    nextStep: () => '请在管理门户中查看用户的许可证，并分配包含该功能的许可证。',
  },
  'permission/vendor-refused': {
    verdict: (f) =>
      `${inline(f)}失败（${f.status}），因为 ${f.party} 拒绝了请求：${quote(f.errorText)}${f.healed ? '；之后的尝试成功了' : search(f)}。`,
    explanation: (f) =>
      f.ownText === undefined
        ? `服务只是转达 ${f.party} 的答复：${quote(f.vendorText)}。`
        : `${f.party} 的答复是${quote(f.vendorText)}；${quote(f.ownText)}是服务自己的说明。`,
    nextStep: (f) =>
      `请询问 ${f.party} 拒绝的原因，并核对该用户在对方处订购的内容。如需上报，请收集完整的错误文本、截图、时间和日志条目。${searchStep(f)}`,
  },
  'permission/asked-for-off': {
    verdict: (f) =>
      `${inline(f)}发出的请求本身就是要关闭该功能：填写了 ${f.filled}，但 ${f.field} 发送的是 false。`,
    explanation: (f) =>
      f.compared
        ? '该开关此前就是关闭的，之后仍然关闭；旁边的值是新填的。服务照请求做了。'
        : '抓包中没有此前的状态，因此这只是一种可能。',
    nextStep: () => '请开启该功能并重新保存，再查看请求发送了什么；如果开关当时是开启的，那就是页面的缺陷。',
  },
  'permission/value-lost': {
    verdict: (f) =>
      `${inline(f)}已被接受，但 ${f.fields}${f.fieldCount > 5 ? ' …' : ''} 的值与发送的不一致（发送 ${f.sent}，现为 ${f.found}）${search(f)}。`,
    explanation: (f) => {
      if (f.partial) return '同一更改中的其他值已经生效，因此不是读取过早，而是这些值在途中丢失或被拒绝。';
      return f.maySettle
        ? '读取紧跟在更改之后，服务可能尚未就绪。'
        : '但响应仍表示成功：拒绝它的是服务后面的系统。';
    },
    nextStep: (f) => (f.maySettle ? `请在一分钟后重新读取该设置。${searchStep(f)}` : searchStep(f)),
  },
  'permission/job-failed': {
    verdict: (f) => {
      const job = f.job === undefined ? '一个作业' : `作业 ${f.job}`;
      const more = f.jobs > 1 ? `（另有 ${f.jobs - 1} 个）` : f.job === undefined ? '' : ' ';
      return `${inline(f)}显示${job}${more}以 ${f.jobStatus} 结束${said(f.errorText, false)}${search(f)}。`;
    },
    explanation: (f) =>
      `该作业被接受之后才失败，因此没有任何请求显示错误。${f.total === undefined ? '' : `已完成 ${f.done}/${f.total}。`}`,
    nextStep: (f) => `请解决作业所指出的问题，并为其余部分重新启动它。${searchStep(f)}`,
  },
};
