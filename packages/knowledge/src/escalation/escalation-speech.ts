import type { Language } from '../language.ts';
import { escalation as enEscalation } from '../languages/en/escalation.ts';
import { findings as enFindings } from '../languages/en/findings.ts';
import { flow as enFlow } from '../languages/en/flow.ts';
import { terms as enTerms } from '../languages/en/terms.ts';
import { escalation as frEscalation } from '../languages/fr/escalation.ts';
import { findings as frFindings } from '../languages/fr/findings.ts';
import { flow as frFlow } from '../languages/fr/flow.ts';
import { terms as frTerms } from '../languages/fr/terms.ts';
import { escalation as jaEscalation } from '../languages/ja/escalation.ts';
import { findings as jaFindings } from '../languages/ja/findings.ts';
import { flow as jaFlow } from '../languages/ja/flow.ts';
import { terms as jaTerms } from '../languages/ja/terms.ts';
import { escalation as koEscalation } from '../languages/ko/escalation.ts';
import { findings as koFindings } from '../languages/ko/findings.ts';
import { flow as koFlow } from '../languages/ko/flow.ts';
import { terms as koTerms } from '../languages/ko/terms.ts';
import { escalation as zhCnEscalation } from '../languages/zh-cn/escalation.ts';
import { findings as zhCnFindings } from '../languages/zh-cn/findings.ts';
import { flow as zhCnFlow } from '../languages/zh-cn/flow.ts';
import { terms as zhCnTerms } from '../languages/zh-cn/terms.ts';
import { escalation as zhTwEscalation } from '../languages/zh-tw/escalation.ts';
import { findings as zhTwFindings } from '../languages/zh-tw/findings.ts';
import { flow as zhTwFlow } from '../languages/zh-tw/flow.ts';
import { terms as zhTwTerms } from '../languages/zh-tw/terms.ts';
import type { EscalationSpeech } from './escalation-words.ts';

const speeches: Readonly<Record<Language, EscalationSpeech>> = {
  en: { language: 'en', findings: enFindings, terms: enTerms, escalation: enEscalation, flow: enFlow },
  fr: { language: 'fr', findings: frFindings, terms: frTerms, escalation: frEscalation, flow: frFlow },
  ja: { language: 'ja', findings: jaFindings, terms: jaTerms, escalation: jaEscalation, flow: jaFlow },
  ko: { language: 'ko', findings: koFindings, terms: koTerms, escalation: koEscalation, flow: koFlow },
  'zh-CN': {
    language: 'zh-CN',
    findings: zhCnFindings,
    terms: zhCnTerms,
    escalation: zhCnEscalation,
    flow: zhCnFlow,
  },
  'zh-TW': {
    language: 'zh-TW',
    findings: zhTwFindings,
    terms: zhTwTerms,
    escalation: zhTwEscalation,
    flow: zhTwFlow,
  },
};

/** The part of `words` that an escalation needs: a thread that makes one holds no words of cases, headers and errors. */
export function escalationSpeech(language: Language): EscalationSpeech {
  return speeches[language];
}
