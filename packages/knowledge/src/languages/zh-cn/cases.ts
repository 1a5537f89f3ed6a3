import type { CaseWords } from '../../intake/intake-words.ts';

export const cases: CaseWords = {
  errors: {
    'store/unreachable': {
      what: '无法连接数据库。',
      next: '请检查数据库是否在运行，以及地址和账户是否正确。',
    },
    'store/wrong-url': {
      what: '这不是数据库地址。',
      next: '请写成 sqlite:<路径> 或 postgres://<主机>/<名称>。',
    },
    'store/newer': {
      what: '较新版本的 Harrier 已使用过此数据库。',
      next: '请启动该版本，或恢复更早的备份。',
    },
    'objects/missing': { what: '对象存储中没有该文件。', next: '请在工单历史中查看它是否已被删除。' },
    'objects/unreachable': { what: '对象存储没有响应或无法写入。', next: '请检查剩余空间、地址和账户。' },
    'objects/damaged': {
      what: '对象存储返回的内容与存入的不同。',
      next: '请检查磁盘或服务，并从备份恢复文件。',
    },
    'case-system/unreachable': {
      what: '无法连接工单系统。',
      next: '请检查地址和网络；恢复响应后会继续处理。',
    },
    'case-system/busy': { what: '工单系统要求等待。', next: '无需操作：等待其要求的时间后会继续。' },
    'case-system/not-signed-in': {
      what: '工单系统不接受该账户。',
      next: '请在设置中更新账户的密码或令牌，然后重新开始。',
    },
    'case-system/forbidden': {
      what: '该账户在工单系统中没有此权限。',
      next: '请授予账户该权限，然后重新开始。',
    },
    'case-system/not-found': { what: '工单系统中已没有该内容。', next: '请查看工单，它可能已被移动或合并。' },
    'case-system/too-large': {
      what: '文件超过工单系统允许的大小。',
      next: '请提高其上限，或将大文件留在保管库中。',
    },
    'case-system/type-refused': {
      what: '工单系统拒绝此类型的文件。',
      next: '请在其中允许该类型，或为密封文件选择其他后缀。',
    },
    'case-system/closed': { what: '工单已关闭，不再接受内容。', next: '请重新打开工单，然后重新开始。' },
    'case-system/unexpected': {
      what: '无法理解工单系统的响应。',
      next: '请检查其版本；如属受支持的版本，请报告。',
    },
    'intake/original-gone': {
      what: '附件在密封之前就不见了。',
      next: 'Harrier 没有删除任何内容。如有需要，请重新索取。',
    },
    'intake/original-changed': {
      what: '处理期间附件被更改。没有删除任何内容。',
      next: '新版本会单独处理；请查看工单。',
    },
    'intake/unreadable': {
      what: '附件看起来是抓包文件，但无法读取。它仍在原处。',
      next: '请自行查看：其中可能有凭据。',
    },
    'intake/not-sanitized': {
      what: '无法保证副本脱敏彻底，因此没有生成副本。原件仍在原处。',
      next: '请手动删除或密封，并报告这是哪种抓包文件。',
    },
    'intake/not-sealed': {
      what: '原件无法密封成可以再次打开的形式。它仍在原处。',
      next: '请检查保管库的密钥和剩余空间，然后重新开始。',
    },
    'intake/copy-differs': {
      what: '工单中的密封副本与上传的不一致。原件仍在原处。',
      next: '请从工单中移除错误的副本，然后重新开始。',
    },
    'intake/still-there': { what: '删除后仍可下载原件。', next: '请手动删除，或联系工单系统管理员。' },
    'intake/internal': {
      what: 'Harrier 内部出错。没有丢失任何内容。',
      next: '请重新开始；如仍然出错，请报告。',
    },
    'request/invalid': { what: '请求不符合要求。', next: '请对照 API 说明。' },
    'request/not-signed-in': { what: '您尚未登录。', next: '请登录，或发送 API 令牌。' },
    'request/wrong-sign-in': {
      what: '名称、密码或验证码有误。',
      next: '请重试；多次失败后需等待一段时间。',
    },
    'request/second-factor': { what: '该账户还需要验证码。', next: '请输入身份验证应用中的六位数字。' },
    'request/forbidden': { what: '您的角色不允许此操作。', next: '请联系拥有相应角色的人或管理员。' },
    'request/wrong-origin': { what: '请求来自其他网站。', next: '请在 Harrier 自己的页面中操作。' },
    'request/not-found': { what: '此处没有该内容。', next: '请检查地址或编号。' },
    'request/conflict': { what: '与当前状态不符。', next: '请重新载入，再进行仍需要的操作。' },
    'request/common-password': {
      what: '这是攻击者最先尝试的密码之一。',
      next: '请换一个：几个互不相关的词连在一起，既长又好记。',
    },
    'request/too-large': { what: '超过此处允许的大小。', next: '请减小内容，或请管理员提高上限。' },
    'request/enough': { what: '数量已达上限。', next: '请删除一个不再需要的。' },
    'request/too-many': { what: '请求过多。', next: '请按 Retry-After 的时间等待。' },
    'request/gone': { what: '已被使用或已过期。', next: '请重新申请。' },
    'request/identity-provider': {
      what: '身份提供方没有响应。',
      next: '请在一分钟后重试。如仍然如此，请告知此服务器的管理者：先检查提供方的地址和证书。',
    },
    'request/internal': {
      what: 'Harrier 内部出错。',
      next: '请重试；如仍然出错，请附上请求 ID 报告。',
    },
  },
  note: {
    replaced: '此处附有含凭据的抓包文件，已替换为脱敏副本。',
    originalStays: '此处附有含凭据的抓包文件，且【仍在原处】。已添加脱敏副本。',
    clean: ({ name, bytes, sha256 }) =>
      `脱敏副本：${name}（${bytes} 字节，SHA-256 ${sha256}）。请使用此文件。`,
    found: (credentials, places) => `其中替换了 ${credentials} 个不同的凭据，共 ${places} 处。`,
    repaired: '原件已损坏；副本中只有完整的请求。',
    droppedBodies: (bodies) => `无法读取而整体移除的正文：${bodies} 个。`,
    otherCaptures: (captures) => `压缩包中的其他抓包文件只存在于密封原件中：${captures} 个。`,
    sealed: ({ name, bytes, sha256, keys }) =>
      `密封原件：${name}（${bytes} 字节，SHA-256 ${sha256}）。只有以下密钥能打开：${keys}。`,
    keptInVault: '对此工单系统而言过大，保存在保管库中',
    original: (sha256, bytes) => `原件：${bytes} 字节，SHA-256 ${sha256}。`,
    removal: {
      removed: '读回并核验密封副本后，已将其删除。',
      'was-gone': '读回并核验密封副本后，发现它已被删除。',
      'not-removable': '此工单系统不允许删除附件，必须由管理员移除。',
      forbidden: 'Harrier 的账户无权删除它，必须由有权限的人移除。',
      replaced: '附件在此期间被替换，因此没有删除。新附件会单独检查。',
    },
    purge: {
      P0: '无法删除',
      P1: '页面和 API 中已不可见；数据可能仍在存储中',
      P2: '在回收站中',
      P3: '已从主存储中消失；其他地方可能有副本',
      P4: '已检查存储本身，确认不存在',
    },
    binUntil: (date) => `回收站将于 ${date} 清空。`,
    residual: (copies) => `可能仍有副本的地方：${copies}。`,
    residualCopy: {
      'mail-copies': '随附发送的邮件',
      backups: '备份',
      'same-content-elsewhere': '内容相同的其他附件',
      'search-index': '搜索索引',
      'old-versions': '旧版本',
      thumbnails: '预览图',
      'merged-cases': '与此合并的工单',
      'deleted-records': '已删除记录的存储',
      'content-delivery': '内容分发网络的缓存',
    },
    listSeparator: '、',
    revoke: '看过原件的人就拥有其中的凭据：请注销相应会话并更换密钥。',
    exception: (mark) =>
      `如果脱敏副本不够用，请在 Harrier 中凭标记 ${mark} 并说明理由申请原件；须由他人批准。`,
    expired: (days) => `密封的原件已按本组织的保留期限（${days} 天）删除。脱敏副本保留。`,
    audit: (head) => `审计日志：${head}`,
    link: (url) => `详情：${url}`,
  },
};
