import type { GroupWords } from '../../../words.ts';

export const captureFindings: GroupWords<'capture'> = {
  'capture/no-content': {
    verdict: (f) => `抓包的 ${f.textResponses} 个文本响应中有 ${f.withoutContent} 个缺少内容。`,
    explanation: () => '保存时未包含内容，因此看不到错误文本、状态码 200 的响应中的失败以及权限。',
    nextStep: () =>
      '请重新抓包，并连同内容一起保存（Chrome：“Export HAR (with sensitive data)”或“Save all as HAR with content”）。',
  },
  'capture/truncated': {
    verdict: (f) =>
      f.entries === 0
        ? '文件被截断；截断处之前没有完整的请求。'
        : `文件被截断；已读取截断处之前的 ${f.entries} 个完整请求。`,
    explanation: () => '文件没有写到末尾，截断之后发生了什么无从得知。',
    nextStep: () => '请重新索取该文件：上传中断或磁盘已满都会留下这样的文件。',
  },
  'capture/damaged': {
    verdict: (f) => {
      const line = f.line === undefined ? '' : `（首处在第 ${f.line} 行）`;
      return `文件有 ${f.damages} 处损坏${line}；其前后的内容均已读取。`;
    },
    explanation: (f) =>
      f.damagedEntries === 0
        ? '没有因此丢失任何请求。'
        : `有 ${f.damagedEntries} 个请求只能宽松读取，可能不完整。`,
    nextStep: () => '请索取原件：手工编辑过的文件常会这样损坏。',
  },
  'capture/not-preserved': {
    verdict: (f) => `抓包的开头是从 ${f.host} 的另一个页面跳转过来的页面；此前的内容缺失。`,
    explanation: () =>
      '未启用“Preserve log”时，浏览器每次跳转都会清空所有请求。剩下的部分没有失败。重新加载的页面看起来也是这样。',
    nextStep: () => '如果问题出现在此页面之前，请启用“Preserve log”后重新抓包。',
  },
  'capture/started-late': {
    verdict: (f) => `录制在页面加载之后才开始：其中有该页面的 ${f.requests} 个请求，但没有页面本身。`,
    explanation: () => '缺少登录过程、页面自身的文件以及最初的请求。',
    nextStep: () => '如果问题不在其中，请先打开开发者工具，再加载页面并重复操作步骤。',
  },
  'capture/sanitized': {
    verdict: (f) =>
      ({
        harrier: 'Harrier 已去除凭据，并以假名代替。',
        devtools: '导出时不含 Cookie 和 Authorization，这是 Chrome 的默认做法。',
        other: '抓包中的凭据已被遮盖。',
      })[f.by],
    explanation: () => '无法判断请求是否带有有效的凭据；相关检查会报告为无法观察。',
    nextStep: () => '这是正常的。只有当登录本身有问题时，才需要另外索取登录时的错误文本。',
  },
  'capture/over-sanitized': {
    verdict: (f) =>
      f.maskedIds > 0
        ? `有 ${f.maskedIds} 个请求的跟踪 ID 被去除，因此无法在日志中搜索它们。`
        : `去除的内容过多，几乎无法判断：响应中的 ${f.values} 个文本有 ${f.masked} 个被遮盖。`,
    explanation: () => '诊断需要错误文本、功能名称和 ID；它们都不是凭据。',
    nextStep: () => '请索取用“harrier sanitize”处理过的抓包，它去除凭据而保留 ID 和错误。',
  },
  'capture/cache-disabled': {
    verdict: (f) => `抓包时浏览器缓存处于关闭状态：所查看的 ${f.requests} 个请求都要求最新副本。`,
    explanation: () => '页面加载比用户那里慢，而且无法对缓存作出任何判断。',
    nextStep: () => '如果问题是加载时间，请关闭“Disable cache”后重新抓包。',
  },
  'capture/wrong-page': {
    verdict: (f) => `抓包中没有 ${f.wanted}；其内容涉及 ${f.hosts}。`,
    explanation: () => '录制的是与该工单无关的页面、标签页或系统。',
    nextStep: (f) => `请索取问题出现时 ${f.wanted} 的抓包。`,
  },
  'capture/too-old': {
    verdict: (f) => `抓包的日期是 ${f.recordedAt}，比工单早 ${f.days} 天。`,
    explanation: () => '当时的日志可能已不存在，而且它反映的可能是另一个问题。',
    nextStep: () => '请索取新的抓包，并核对制作此抓包的计算机的时钟。',
  },
  'capture/no-error': {
    verdict: (f) => `${f.requests} 个请求都没有失败，也不慢。`,
    explanation: () => '如果有问题，它会出现在屏幕上、数据中或浏览器的控制台里，而这些都不在抓包中。',
    nextStep: () => '请索取截图和控制台消息，并与功能正常的用户的抓包进行比较。',
  },
  'capture/no-ids': {
    verdict: (f) => `${f.requests} 个 API 请求都没有跟踪 ID。`,
    explanation: () => '没有 ID 就无法准确找到日志条目。',
    nextStep: () => '请按时间、主机和路径搜索日志。',
  },
  'capture/out-of-order': {
    verdict: (f) => {
      if (f.moved === 0) return `有 ${f.negative} 个请求的耗时为负数。`;
      return `有 ${f.moved} 个请求在文件中排在更晚的请求之后${f.negative === 0 ? '' : `，另有 ${f.negative} 个的耗时为负数`}。`;
    },
    explanation: () => '该文件经过合并、编辑，或由工具写成。这里按请求的开始时间排列。',
    nextStep: () => '无需处理；其他查看器可能显示不同的顺序。',
  },
  'capture/producer': {
    verdict: (f) => {
      const name = f.version === undefined ? f.producer : `${f.producer} ${f.version}`;
      const lacks = [f.networkErrors ? '' : '连接中断的原因', f.timings ? '' : '各阶段的耗时'].filter(
        Boolean,
      );
      return `此抓包由 ${name} 写成，其中不记录${lacks.join('和')}。`;
    },
    explanation: () => '需要这些信息的检查只能依据较少的内容推测，或不作判断。',
    nextStep: () => '如果原因仍不清楚，请用 Chrome 或 Edge 录制相同的步骤。',
  },
  'capture/counter-gap': {
    verdict: (f) =>
      `会话 ${f.session} 在 ${f.first} 到 ${f.last} 之间缺少编号 ${f.numbers}${f.missing > 5 ? ' …' : ''}：有些请求不在抓包中。`,
    explanation: () => '抓包经过筛选、开始得晚或保存得早，或者这些请求由同一会话的另一个标签页发出。',
    nextStep: (f) => `请在日志中搜索 ${f.session}：其中也有缺少的请求。`,
  },
};
