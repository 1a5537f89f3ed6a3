import type { Words } from '../../words.ts';

export const recordErrors: Words['recordErrors'] = {
  'record/no-browser': {
    what: '找不到可以录制的浏览器。',
    next: '请安装 Google Chrome、Microsoft Edge 或 Chromium，或用 --browser 指定程序。Firefox 请使用扩展程序。',
  },
  'record/browser-failed': {
    what: '浏览器没有启动，或在开始录制之前就退出了。',
    next: '请单独启动浏览器，查看它显示的内容。在容器中可能需要 HARRIER_BROWSER_FLAGS=--no-sandbox。',
  },
  'record/no-display': {
    what: '没有可以显示浏览器窗口的屏幕。',
    next: '请在桌面会话中运行该命令，或不带窗口录制：--headless --seconds 30。',
  },
  'record/not-reachable': {
    what: '该处没有浏览器响应。',
    next: '请用 --remote-debugging-port=9222 和单独的配置文件夹（--user-data-dir）启动浏览器，然后给出该端口。',
  },
  'record/not-local': {
    what: '只能连接本机的浏览器：中间的任何环节都可能读到所有凭据。',
    next: '请先把端口转发到本机，例如用 ssh -L，然后给出本机端口。',
  },
  'record/keeper-ended': {
    what: '保存录制内容的进程在写入之前就结束了。',
    next: '请关闭其他程序以腾出内存，然后分成较短的几段重新录制。',
  },
};
