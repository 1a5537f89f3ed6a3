import type { BrokenJson, InBodyFacts, PageKind } from '../../../finding/finding-facts.ts';
import type { GroupWords } from '../../../words.ts';
import { inline, quote, search, searchStep } from '../phrases.ts';

const inside = (f: InBodyFacts, how: string) =>
  `${inline(f)}返回 ${f.status}，但${how}：${quote(f.errorText)}${search(f)}。`;

const transportOnly = '状态码只说明传输结果；所请求的操作失败了。按状态筛选的列表看不到它。';

const pageName: Readonly<Record<PageKind, string>> = {
  'sign-in': '登录页面',
  refused: '拒绝页面（防火墙或机器人检查）',
  maintenance: '维护页面',
  error: '错误页面',
  application: '应用程序自身的页面',
  other: '一个页面',
};

const pageStep: Readonly<Record<PageKind, string>> = {
  'sign-in': '会话已结束或未随请求发送：请重新登录，并查看该调用的 Cookie 和令牌。',
  refused: '服务前面的某个设备拒绝了该调用：请把页面上的编号交给防火墙的管理者。',
  maintenance: '请等待维护结束，或向服务团队询问结束时间。',
  error: '请阅读该页面：上面说明了失败的原因。',
  application:
    '服务器不认识此地址，于是发送了应用程序的页面：请将地址和版本与成功的调用比较，并检查服务器或代理的路由。',
  other: '请查看该页面以及它的来源（服务器、代理、强制门户）。',
};

const brokenHow: Readonly<Record<BrokenJson, string>> = {
  cut: '内容在中途结束',
  empty: '内容为空',
  'not-json': '内容以非 JSON 的文字开头',
  value: '含有 JSON 没有的值（例如 Infinity）',
  syntax: '不符合 JSON 的规则',
};

const brokenStep: Readonly<Record<BrokenJson, string>> = {
  cut: '请查看服务在写出时是否崩溃或受到限制。',
  empty: '请查明服务为何没有内容可返回；空列表也是有效的 JSON。',
  'not-json': '请查看正文的开头：那里往往有服务器程序的警告或错误。',
  value: '请找出得不到数值的计算，并改为省略该值。',
  syntax: '请查看 JSON 解析器停下的位置；往往是某个值未加引号就被写入。',
};

export const contentFindings = {
  'fail/error-in-success': {
    verdict: (f) =>
      f.inRedirect
        ? `${inline(f)}的重定向带有错误：${quote(f.errorText)}${search(f)}。`
        : inside(f, '正文表明失败'),
    explanation: (f) =>
      f.inRedirect
        ? '登录服务通过在地址中附带错误并将浏览器送回来表示拒绝（RFC 6749 §4.1.2.1）。'
        : transportOnly,
    nextStep: (f) => (f.inRedirect ? '请在登录服务的文档和日志中查找此错误。' : searchStep(f)),
  },
  'fail/graphql': {
    verdict: (f) => {
      const where = [f.operation, f.field].filter((part) => part !== undefined).join('，');
      return inside(
        f,
        ` GraphQL 表明操作${f.partial ? '部分' : ''}失败${where === '' ? '' : `（${where}）`}`,
      );
    },
    explanation: (f) =>
      f.partial
        ? '错误之外也返回了数据：除失败的部分外，页面可能都已显示。'
        : '即使操作失败，GraphQL 也以成功状态响应，原因写在 errors 中。按状态筛选的列表看不到它。',
    nextStep: (f) => searchStep(f),
  },
  'fail/batch-item': {
    verdict: (f) => {
      const status = f.itemStatus === undefined ? '' : `，第一个的状态是 ${f.itemStatus}`;
      return inside(f, ` ${f.items} 个部分中有 ${f.failed} 个失败${status}`);
    },
    explanation: () => '状态码针对整个批处理；每个部分都有自己的结果。按状态筛选的列表看不到它。',
    nextStep: (f) => `请查看失败的部分以及为其发送的内容。${searchStep(f)}`,
  },
  'fail/soap-fault': {
    verdict: (f) => inside(f, `内容是 SOAP 错误${f.code === undefined ? '' : `（${f.code}）`}`),
    explanation: (f) =>
      f.blames === 'sender'
        ? '错误代码表明问题出在所发送的内容。'
        : f.blames === 'service'
          ? '错误代码表明是服务自身失败。'
          : '无论状态码如何，SOAP 错误都表示操作没有完成。',
    nextStep: (f) =>
      f.blames === 'sender' ? `请将所发送的内容与成功的调用比较。${searchStep(f)}` : searchStep(f),
  },
  'fail/oci-error': {
    verdict: (f) => {
      const among = f.commands === undefined || f.commands < 2 ? '一个命令' : ` ${f.commands} 个命令中的一个`;
      const code = f.code === undefined ? '' : `（${f.code}）`;
      return inside(f, ` BroadWorks 拒绝了${among}${code}`);
    },
    explanation: () => '传输成功，但 OCI 命令本身被拒绝。同一请求中的其他命令可能已经执行。',
    nextStep: (f) => `请查明错误编号的含义及其所指的值。${searchStep(f)}`,
  },
  'fail/html-for-json': {
    verdict: (f) => {
      const title = f.title === undefined ? '' : quote(f.title);
      return `${inline(f)}请求的是${f.asked === undefined ? ' JSON' : '事件流'}，得到的却是${pageName[f.page]}${title}（${f.status}）${search(f)}。`;
    },
    explanation: () =>
      '状态码表示成功，但应用程序无法把页面当作数据读取；没有任何请求失败，应用程序却失败了。',
    nextStep: (f) => pageStep[f.page],
  },
  'fail/maintenance-page': {
    verdict: (f) => `${inline(f)}得到的是维护通知${quote(f.title)}，状态码却是 ${f.status}${search(f)}。`,
    explanation: () => '有人有意停止了服务，或者后面无人响应时由前面的设备显示此页面。单看状态码，一切正常。',
    nextStep: () =>
      '请向服务团队询问，或在其状态页上查看维护会持续多久。这样的页面应当以 503 和 Retry-After 返回，以便程序和缓存能够识别。',
  },
  'fail/broken-json': {
    verdict: (f) =>
      `${inline(f)}返回了 ${f.status}，但其中的 JSON 无法读取：${brokenHow[f.fault]}${search(f)}。`,
    explanation: () =>
      'Content-Type 声明为 JSON 而内容不是，因此应用程序在读取时失败，却没有任何失败的请求。',
    nextStep: (f) => `${brokenStep[f.fault]}${searchStep(f)}`,
  },
} satisfies Partial<GroupWords<'fail'>>;
