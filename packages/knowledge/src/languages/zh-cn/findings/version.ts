import { place } from '../../../finding/place.ts';
import type { GroupWords } from '../../../words.ts';
import { inline, search, searchStep } from '../phrases.ts';

/** Age in a unit that fits. */
const ageOf = (ageS: number) => {
  if (ageS < 3600) return `约 ${Math.round(ageS / 60)} 分钟`;
  return ageS < 86_400 ? `约 ${Math.round(ageS / 3600)} 小时` : `约 ${Math.round(ageS / 86_400)} 天`;
};

export const versionFindings: GroupWords<'version'> = {
  'version/chunk-missing': {
    verdict: (f) =>
      f.how === 'gone'
        ? `${inline(f)}已不存在（${f.status}）：该页面属于应用程序的旧构建${search(f)}。`
        : `${inline(f)}得到的是页面，而不是脚本或样式（${f.status}）：发出请求的页面属于应用程序的旧构建${search(f)}。`,
    explanation: () =>
      '这些文件的名称随每次构建而变。服务器上只有最新构建的文件，而已打开的页面仍在请求自己那个构建的文件。',
    nextStep: () =>
      '请绕过缓存重新加载页面（Ctrl+Shift+R）。服务团队应将以前构建的文件保留一段时间，并在缺少文件时让页面提示重新加载。',
  },
  'version/stale-document': {
    verdict: (f) => {
      const from =
        f.from === 'browser-cache'
          ? '浏览器缓存'
          : `途中的缓存${f.ageS === undefined ? '' : `（已存${ageOf(f.ageS)}）`}`;
      return `页面 ${place(f)} 来自${from}，并请求了 ${f.missing} 个文件，其所属的构建已不存在${search(f)}。`;
    },
    explanation: () => '页面的保存时间不应超过它所引用的文件；而此页面的保存时间超过了它所属的构建。',
    nextStep: (f) =>
      f.from === 'browser-cache'
        ? '请绕过缓存重新加载页面（Ctrl+Shift+R）。服务团队应以 Cache-Control: no-cache 发送页面，只对名称带哈希的文件使用较长的有效期。'
        : '请从途中的缓存（CDN、代理）中清除此页面。服务团队应以 Cache-Control: no-cache 发送页面，或在每次部署时清除缓存。',
  },
  'version/stale-service-worker': {
    verdict: (f) =>
      `页面 ${place(f)} 来自保存着旧构建的 Service Worker，并请求了 ${f.missing} 个已不存在的文件${search(f)}。`,
    explanation: () => 'Service Worker 用自己保存的内容作答，重新加载也一样；那个构建的文件已不在服务器上。',
    nextStep: () =>
      '请移除此网站的 Service Worker（开发者工具的 Application、Service workers、Unregister），然后重新加载。服务团队应让它立即采用新构建并丢弃旧构建。',
  },
  'version/mixed-builds': {
    verdict: (f) => {
      const failing = f.failing === undefined ? '' : `；只有 ${f.failing} 的响应失败`;
      return `${place(f)} 由多个构建轮流响应（${f.field}：${f.builds}）${failing}${search(f)}。`;
    },
    explanation: (f) =>
      f.failing === undefined
        ? '同一名称背后同时有多个构建：部署正在进行或已卡住，或者是面向部分用户的试验。'
        : '同一名称背后同时有多个构建，其中一个无法处理页面发送的内容；由哪个构建响应全凭偶然。',
    nextStep: (f) =>
      f.failing === undefined
        ? '请询问服务团队当时是否正在部署。'
        : `请询问服务团队为何 ${f.failing} 仍在响应（部署卡住、实例未被替换）。${searchStep(f)}`,
  },
  'version/deprecated-api': {
    verdict: (f) => {
      const parts = [
        ...(f.since === undefined ? [] : [`自 ${f.since} 起`]),
        ...(f.until === undefined
          ? []
          : [f.isOver ? `预告的终止日 ${f.until} 已过` : `预定于 ${f.until} 终止`]),
        ...(f.successor === undefined ? [] : [`由 ${f.successor} 取代`]),
      ];
      return `${inline(f)}已弃用${parts.length === 0 ? '' : `（${parts.join('，')}）`}。`;
    },
    explanation: (f) =>
      f.isOver
        ? '服务预告的日期已过，它随时可能停止响应。'
        : '服务仍会响应，但已预告不会一直如此（RFC 9745、RFC 8594）。',
    nextStep: () => '开发该页面或程序的团队应在此日期之前改用新接口。',
  },
};
