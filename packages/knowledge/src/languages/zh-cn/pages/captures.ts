import type { CaptureGuides } from '../../../pages/capture/capture-book.ts';

export const captureGuides: CaptureGuides = {
  overview: {
    lead: '只录制失败的步骤，从前一刻开始。抓包越短，读得越快，机密也越少。',
    rules: [
      '如果可以安装软件，`harrier record` 或 Harrier 扩展会完成这一切：录制、在生成文件之前移除凭据，并指出什么失败了。下面的步骤只需要浏览器。',
      '除非故障与扩展有关，请使用没有扩展的无痕窗口。',
      '加载页面之前先打开录制，并让记录在页面切换后保留。',
      '失败的步骤只做一次。记下时间（含时区）以及看到的内容。',
      '停止后立即导出：浏览器会丢弃很大的正文。',
      '交给任何人之前，请用 `harrier sanitize` 移除凭据。切勿手工编辑文件：错一个逗号就无法读取。',
    ],
  },
  recorders: {
    chrome: {
      lead: 'Chrome 记录得最多：发起者、优先级、WebSocket 消息和所有阶段。',
      steps: [
        '打开出现故障的标签页，按 `F12`。',
        '选择 **网络** 面板。',
        '勾选 **保留日志**。',
        '确认录制按钮为红色，并清空列表。',
        '重现故障。',
        '点击导出箭头，保存 HAR。',
      ],
      traps: [
        '不勾选 **保留日志** 时，一次重定向（例如跳到登录页）就会清除之前的一切。',
        '普通导出不含 `Cookie`、`Set-Cookie` 和 `Authorization`。要判断登录故障，请在设置中启用 **Allow to generate HAR with sensitive data** 后导出，再用 Harrier 脱敏：有效期和方案会保留。',
        '录制开始前就已打开的 WebSocket 及其消息都不会出现。请先重新加载页面。',
        '弹出窗口或新标签页有各自的 DevTools。请启用 **Auto-open DevTools for popups**。',
        '较早页面的正文和很大的正文，导出时可能已丢失。请先导出再继续。',
        '录制一小时会有数百 MB。Harrier 能打开，但邮件发不出去。',
        '此导出不会说明页面策略拒绝了什么、Cookie 为何未被使用，也没有控制台的内容。`harrier record` 和 Harrier 扩展会保留这些。',
      ],
    },
    edge: {
      lead: 'Edge 的构造与 Chrome 相同，抓包也相同。',
      steps: [
        '打开出现故障的标签页，按 `F12`。',
        '选择 **网络** 工具。',
        '勾选 **保留日志**。',
        '确认正在录制，并清空列表。',
        '重现故障。',
        '点击导出箭头，保存 HAR。',
      ],
      traps: [
        '与 Chrome 一样，普通导出不含 `Cookie`、`Set-Cookie` 和 `Authorization`。',
        'Internet Explorer 模式的页面不会被录制。请改用 Fiddler。',
        '公司策略可能禁用 DevTools。请询问管理员，或使用 Fiddler。',
        '文件中写的是 `WebInspector`，与 Chrome 相同；只有 `User-Agent` 能区分。',
        '此导出不会说明页面策略拒绝了什么、Cookie 为何未被使用，也没有控制台的内容。`harrier record` 和 Harrier 扩展会保留这些。',
      ],
    },
    firefox: {
      lead: 'Firefox 的每次导出都保留凭据。分享前请先脱敏。',
      steps: [
        '打开出现故障的标签页，按 `F12`。',
        '选择 **网络** 面板。',
        '点击齿轮，选择 **持续记录**。',
        '重新加载页面并重现故障。',
        '点击齿轮，选择 **Save All As HAR**。',
      ],
      traps: [
        '没有不含凭据的导出方式：Cookie 和令牌总在其中。',
        '超过约 1 MB 的响应正文会被截断。如有需要，请在 `about:config` 中设置 `devtools.netmonitor.responseBodyLimit`。',
        '总时间把 TLS 算了两次。Harrier 会更正并加以说明。',
        '文件中可能没有 WebSocket 消息。此时请用 Chrome。',
        'Harrier 扩展可录制 Firefox 的标签页，并在生成文件之前移除凭据。它看到的比此导出少：没有请求发送之前的各阶段。',
      ],
    },
    safari: {
      lead: 'Safari 的开发者工具须先启用才会显示。',
      steps: [
        '在设置的 **高级** 中勾选 **Show features for web developers**。',
        '打开出现故障的标签页，在 **开发** 菜单中选择 **Show Web Inspector**。',
        '选择 **网络** 标签，启用 **Preserve Log**。',
        '重新加载页面并重现故障。',
        '点击 **导出**，保存 HAR。',
      ],
      traps: [
        '多次出现的标头字段会以逗号合并为一个。',
        '大小和发起者常常缺失。',
        '文件中没有 WebSocket 消息。',
        '对于 iPhone 或 iPad，请连接到 Mac：其页面会列在 **开发** 菜单中。',
      ],
    },
    fiddler: {
      lead: 'Fiddler 是代理：它记录计算机上的所有程序，包括没有 DevTools 的浏览器。',
      steps: [
        '启动 Fiddler Classic，关闭其他程序。',
        '在 **Tools** > **Options** > **HTTPS** 中勾选 **Decrypt HTTPS traffic**，并信任其证书。',
        '确认 **Capture Traffic** 在 **File** 菜单中已勾选，并删除所有会话。',
        '重现故障，然后取消勾选 **Capture Traffic**。',
        '选择 **File** > **Save** > **All Sessions**，保存带密码的 SAZ。',
      ],
      traps: [
        '它也会记录其他程序，包括邮件和聊天。请删除与工单无关的内容。',
        '信任其证书会使所有加密流量可读。用完请移除。',
        '固定证书的程序在它运行时会失败。',
        '连接经过 Fiddler，因此各阶段会有所不同，HTTP/2 多半变成 HTTP/1.1。',
        '请保存 SAZ 而不是 HAR：保留的内容更多。两者 Harrier 都能打开。',
      ],
    },
  },
};
