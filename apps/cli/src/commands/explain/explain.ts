import type { Language } from '@harrier/knowledge';
import { loadLabels, openBook, topicGroups } from '@harrier/knowledge/pages';
import { UsageError } from '../../arguments/usage-error.ts';
import { ExitCode } from '../../exit-code.ts';
import { jsonText } from '../../json/json-text.ts';
import { createPage } from '../../terminal/page.ts';
import { chooseStyle } from '../../terminal/style.ts';
import type { Command } from '../command.ts';
import { groupsJson, pageJson } from './explain-json.ts';
import { findPage } from './find-page.ts';
import { type GroupList, printGroup, printGroups, printPage } from './print-page.ts';

/** `harrier explain <topic>`: a page of the knowledge base; without a topic, what there is to explain. */
export const explain: Command = {
  name: 'explain',
  positionals: [],
  more: 'topic',
  options: ['json', 'help', 'lang'],
  async run(io, { positionals, options }, words) {
    const { language } = words.knowledge;
    const labels = await loadLabels(language);
    const page = createPage(io.stdout, chooseStyle(io.env, io.stdout), words);
    const json = (value: object) => io.stdout.write(`${jsonText(value, 2)}\n`);
    if (positionals.length === 0) {
      const groups = await everyGroup(language);
      if (options.json) await json(groupsJson(groups, undefined));
      else printGroups(groups, page);
    } else {
      const found = await findPage(positionals, language);
      if (found.kind === 'nothing') {
        const given = positionals.join(' ');
        throw new UsageError({ kind: 'unknown-topic', given, nearest: found.nearest });
      }
      if (found.kind === 'page') {
        if (options.json) await json(pageJson(found.page));
        else printPage(found.page, labels, page);
      } else {
        const { title, names, overview } = found.book;
        const groups = [{ group: found.group, title, names }];
        if (options.json) await json(groupsJson(groups, overview));
        else {
          if (overview !== undefined) printPage(overview, labels, page);
          if (names.length > 0) await printGroup({ group: found.group, title, names }, found.book, page);
        }
      }
    }
    await page.flush();
    return ExitCode.done;
  },
};

async function everyGroup(language: Language): Promise<GroupList> {
  return await Promise.all(
    topicGroups.map(async (group) => {
      const { title, names } = await openBook(group, language);
      return { group, title, names };
    }),
  );
}
