import type { CompiledFormat, FileContext } from './compiled-format.ts';
import type { ValueRules } from './head.ts';
import { rememberedJson } from './json-values.ts';
import { blocksFormat } from './kinds/blocks-format.ts';
import { columnsFormat } from './kinds/columns-format.ts';
import { keyedFormat } from './kinds/keyed-format.ts';
import { textFormat } from './kinds/text-format.ts';
import { compilePattern, type PatternEngine } from './line-pattern.ts';
import { type LogFormat, ROLES, type Role } from './log-format.ts';
import { LogFormatError } from './log-format-error.ts';
import { compileLayout } from './time-layout.ts';
import type { ClockContext } from './time-zone.ts';

/** Makes a checked format ready. Error: {@link LogFormatError} for a pattern or a layout that is none. */
export function compileFormat(format: LogFormat, engine: PatternEngine): CompiledFormat {
  const rules = valueRules(format);
  const inBody = (format.inBody ?? []).map(({ name, pattern }, at) =>
    compilePattern(name, pattern, engine, `/inBody/${at}/pattern`),
  );
  const patterns = (format.patterns ?? []).map(({ name, pattern }, at) => {
    if (!pattern.startsWith('^'))
      throw new LogFormatError('logs/format-wrong', `/patterns/${at}/pattern`, 'does not begin with ^');
    return compilePattern(name, pattern, engine, `/patterns/${at}/pattern`);
  });
  const parts = { rules, patterns, inBody };
  switch (format.kind) {
    case 'text':
      return textFormat(parts);
    case 'json':
    case 'logfmt':
      return keyedFormat(parts, format.kind);
    case 'columns':
      return columnsFormat(parts);
    case 'blocks':
      return blocksFormat(parts);
  }
}

/** What is remembered while one file is read; a new one for each file. */
export function newFileContext(clock: ClockContext): FileContext {
  return { clock, columns: undefined, json: rememberedJson() };
}

function valueRules(format: LogFormat): ValueRules {
  const layouts = (format.time?.layouts ?? []).map((layout, at) => {
    try {
      return compileLayout(layout);
    } catch (cause) {
      throw new LogFormatError('logs/format-wrong', `/time/layouts/${at}`, (cause as Error).message, cause);
    }
  });
  const levels =
    format.levels === undefined
      ? undefined
      : new Map(Object.entries(format.levels).map(([word, level]) => [word.toLowerCase(), level]));
  const names = Object.fromEntries(
    ROLES.map((role) => [role, [...(format.roles?.[role] ?? []), role]]),
  ) as Record<Role, string[]>;
  const valued = ROLES.filter((role) => role !== 'time').map((role) => ({ role, names: names[role] }));
  return { format, layouts, levels, names, valued };
}
