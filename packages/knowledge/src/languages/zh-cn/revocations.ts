import type { Words } from '../../words.ts';

export const revocations: Words['revocations'] = {
  'change-password': '请更改密码、PIN 或恢复代码。',
  'sign-out': '请让用户在所有设备上退出登录，从而结束服务器上的会话。',
  'revoke-token': '请在签发方撤销该令牌（RFC 7009），或让用户退出登录。',
  'rotate-key': '请签发新密钥并启用，然后删除此密钥。',
  'replace-key-pair': '请更换密钥对并吊销其证书。',
  'recreate-link': '请删除该链接或 Webhook，并新建一个。',
  'block-card': '请联系银行冻结该卡。',
  'expires-by-itself': '只能使用一次或数分钟，会自行失效。',
  nothing: '单凭它无法打开任何东西。',
};
