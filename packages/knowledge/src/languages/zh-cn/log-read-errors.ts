import type { Words } from '../../words.ts';

export const logReadErrors: Words['logReadErrors'] = {
  'logs/format-wrong': {
    what: '此文件没有描述日志格式。',
    next: '请查看指出的位置；写法见 docs/log-formats.md。',
  },
  'logs/format-unknown': {
    what: '没有这个名称的日志格式。',
    next: '可用的名称见格式列表。',
  },
  'logs/zone-unknown': {
    what: '没有这个名称的时区。',
    next: '请填写 UTC、+02:00 这样的偏移量，或 Europe/Paris 这样的名称。',
  },
  'logs/input-failed': {
    what: '无法读取此路径。',
    next: '请确认路径存在，并且您有读取权限。',
  },
};
