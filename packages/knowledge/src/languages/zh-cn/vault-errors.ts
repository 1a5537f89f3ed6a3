import type { Words } from '../../words.ts';

export const vaultErrors: Words['vaultErrors'] = {
  'vault/key-unreadable': {
    what: '无法从该文件读取 OpenPGP 密钥。',
    next: '请用 gpg --armor --export 导出密钥，并指定导出的文件。',
  },
  'vault/key-private': {
    what: '这是私钥；密封需要公钥。',
    next: '请用 gpg --armor --export 导出公钥。私钥应留在持有人手中。',
  },
  'vault/key-version': {
    what: 'gpg 2.2 无法使用该版本的密钥。',
    next: '请创建版本 4 的密钥，例如使用 gpg 2.2。',
  },
  'vault/key-algorithm': {
    what: 'gpg 2.2 无法使用该密钥的算法。',
    next: '请使用至少 3072 位的 RSA、gpg 生成格式的 Curve25519，或 NIST 曲线。',
  },
  'vault/key-weak': {
    what: '密钥太短：RSA 至少需要 3072 位。',
    next: '请创建更长的密钥。',
  },
  'vault/key-expired': {
    what: '密钥已过期。',
    next: '请让持有人延长有效期并重新导出。',
  },
  'vault/key-revoked': {
    what: '密钥已被吊销。',
    next: '请向持有人索取替代的密钥。',
  },
  'vault/key-not-yet-valid': {
    what: '密钥尚未生效。',
    next: '请检查本机时钟和密钥的生效日期。',
  },
  'vault/key-not-for-encryption': {
    what: '该密钥只能签名，不能用于加密。',
    next: '请让持有人添加加密子密钥并重新导出。',
  },
  'vault/too-few-recipients': {
    what: '提供的不同密钥数量不足。',
    next: '请提供策略要求数量的密钥；有了第二把密钥，丢失一把不等于丢失原件。',
  },
  'vault/key-public': {
    what: '该文件中没有私钥。',
    next: '请在持有人的机器上用 gpg --export-secret-keys 导出。',
  },
  'vault/password-needed': {
    what: '私钥受密码保护。',
    next: '请在提示时输入密码，或指定保存密码的文件。',
  },
  'vault/password-wrong': {
    what: '密码无法解锁私钥。',
    next: '请检查密码，注意大小写。',
  },
  'vault/not-sealed': {
    what: '这不是密封的文件。',
    next: '请指定密封原件时写出的文件。',
  },
  'vault/wrong-key': {
    what: '所给密钥都无法打开该文件：它是为其他密钥密封的。',
    next: '请联系密封时所用密钥的持有人。',
  },
  'vault/damaged': {
    what: '文件被更改或截断；已丢弃取出的内容。',
    next: '请重新获取，并将其 SHA-256 与工单中的值比较。',
  },
  'vault/unsupported': {
    what: '该文件的加密方式无法在此打开。',
    next: '请用 gpg 打开。',
  },
  'vault/key-not-for-signing': {
    what: '不能用此密钥签名：它已过期、已吊销，或只用于加密。',
    next: '请给出含有有效签名密钥的私钥；gpg --list-secret-keys 以 [S] 标出。',
  },
};
