import type { SendWords } from './send-words.ts';

export const zhCnSend: SendWords = {
  command: {
    send: {
      summary: '把已脱敏或已密封的文件交给供应商的接收处',
      about:
        '用 HTTPS PUT 把一个文件上传到 <url>，以 --case 的工单编号和该工单的上传令牌登录。令牌取自 --token-file 或 HARRIER_DROP_TOKEN，否则会在终端询问。上传后无法收回，因此只发送：sanitize --check 找不到凭据的 HAR 或 SAZ、harrier seal 写出的加密 OpenPGP 消息，或未经更改的 harrier escalate 上报包。文件在那里的名称为小写，并带有摘要。',
    },
  },
  option: { 'token-file': '存放工单上传令牌的文件' },
  told: {
    done: (size, name, place) => `接收处 ${place} 已有此文件：${name}，${size}。`,
    askToken: (caseNumber) => `工单 ${caseNumber} 的上传令牌：`,
    refused: {
      'not-clean': {
        what: (file) => `${file} 未发送：其中含有凭据。`,
        next: '请发送 harrier sanitize 写出的文件，或用 harrier seal 密封此文件。',
      },
      'other-kind': {
        what: (file) =>
          `${file} 未发送：它既不是可以检查的抓包（HAR、SAZ），也不是二进制形式的加密 OpenPGP 消息，也不是未经更改的 harrier escalate 上报包。`,
        next: '抓包请先用 harrier sanitize 脱敏；其他文件请用 harrier seal 加密。',
      },
    },
    trouble: {
      'no-answer': { what: (place) => `无法连接接收处 ${place}。`, next: '请检查地址和网络，然后重新发送。' },
      'wrong-token': {
        what: (place) => `接收处 ${place} 不接受此工单编号和令牌。`,
        next: '请检查编号。令牌会过期：请为该工单获取新的令牌。',
      },
      'not-taken': {
        what: (place, status) => `接收处 ${place} 未收下文件，其响应为 ${status}。`,
        next: '请稍后再试。如果仍然如此，请向接收处的运营者询问它接受的地址、大小和文件类型。',
      },
    },
  },
};
