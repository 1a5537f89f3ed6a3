import type { Words } from '../../words.ts';

export const logStoreErrors: Words['logStoreErrors'] = {
  'logs/store-address': {
    what: '这不是有效的日志存储地址。',
    next: '请写成 sqlite:<路径> 或 clickhouse://<主机>:<端口>/<数据库>。',
  },
  'logs/store-unreachable': {
    what: '无法连接日志存储。',
    next: '请检查它是否在运行、地址是否正确、文件是否可读。',
  },
  'logs/store-refused': {
    what: '日志存储拒绝了该用户。',
    next: '请检查用户名、密码和权限。',
  },
  'logs/store-failed': {
    what: '日志存储返回了错误。',
    next: '详情见存储自身的日志；恢复后请重试。',
  },
  'logs/store-unwritable': {
    what: '无法写入该日志存储。',
    next: '请确认磁盘有可用空间且没有其他程序占用，然后重新导入；不会重复保存。',
  },
  'logs/store-foreign': {
    what: '该文件不是日志存储。',
    next: '请指定其他路径；新文件会自动成为日志存储。',
  },
  'logs/store-newer': {
    what: '该日志存储由较新版本的 Harrier 写入。',
    next: '请升级 Harrier，或使用其他存储。',
  },
  'logs/store-read-only': {
    what: '该存储仅供搜索，不接收记录。',
    next: '请导入到自己的存储中。',
  },
  'logs/sources-file': {
    what: '无法读取来源定义文件。',
    next: '请对照 docs/logs.md 中的示例。',
  },
};
