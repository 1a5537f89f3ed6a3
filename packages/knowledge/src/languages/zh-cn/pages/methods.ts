import type { MethodWords } from '../../../pages/method/method-words.ts';

export const methods: MethodWords = {
  overview: '方法表示客户端想做什么。失败的请求能否放心重试，也取决于方法。',
  columns: {
    safe: '客户端只要求读取。服务器仍可能记录日志或计数。',
    idempotent: '执行多次与执行一次，服务器的状态相同。连接中断后客户端可以重试。',
    cacheable: '缓存可以保存响应，并用它回答以后的请求。',
    use: '最常见的用途。',
    requestContent: '客户端通常是否发送数据：JSON、表单、文件。',
    responseContent: '服务器通常是否返回数据。',
  },
  methods: {
    GET: {
      meaning: '请求资源的当前状态。',
      use: '读取数据',
      pitfall:
        '它发送的一切都在 URL 中：其中的令牌会进入日志、`Referer` 和抓包。正文没有确定含义，有些服务器会拒绝。',
    },
    HEAD: {
      meaning: '请求与 `GET` 相同的响应，但不要正文。',
      use: '只读取标头',
      pitfall: '`Content-Length` 是 `GET` 会发送的大小，并非内容被截断。',
    },
    POST: {
      meaning: '把数据交给资源，由资源按自己的用途处理。',
      use: '新建、提交表单、启动操作',
      pitfall: '重复执行可能新建两次。超时后，请先查明第一次是否送达，再重试。',
    },
    PUT: {
      meaning: '用发送的内容替换整个资源，或新建该资源。',
      use: '替换资源',
      pitfall: '正文中没有的内容会丢失。只改一个成员时请用 `PATCH`。',
    },
    PATCH: {
      meaning: '按正文的描述修改资源的一部分。',
      use: '修改资源的一部分',
      pitfall:
        '根据 RFC 5789，它既不安全也不幂等。称它“一般”幂等的资料说的是某种实现：重试前请先确认，或用 `If-Match` 加以保护。',
    },
    DELETE: {
      meaning: '请求服务器删除资源。',
      use: '删除资源',
      pitfall:
        '第二次往往得到 `404`：结果相同，因此仍是幂等的。正文没有规定的含义，有些服务器和代理会丢弃它或拒绝请求。',
    },
    OPTIONS: {
      meaning: '询问可以对资源做什么。',
      use: 'CORS 预检；了解可用方法',
      pitfall: '浏览器在某些跨源请求之前会自动发送它（预检），不带凭据。它一旦失败，真正的请求就不会发出。',
    },
    TRACE: {
      meaning: '请求服务器原样返回收到的请求。',
      use: '检查到服务器的路径',
      pitfall: '页面不能发送它，多数服务器也禁用它。它不得携带正文或凭据。',
    },
    CONNECT: {
      meaning: '请求代理打开通往某主机和端口的隧道。',
      use: '经代理的 HTTPS',
      pitfall:
        '只有代理和 Fiddler 之类的工具才会显示它。此处的 `407` 表示代理要求认证；服务根本没有收到请求。',
    },
  },
};
