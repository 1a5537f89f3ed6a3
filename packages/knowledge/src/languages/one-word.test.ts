import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { type Language, languages } from '../language.ts';

const repository = fileURLToPath(new URL('../../../../', import.meta.url));

/** Where people are spoken to. */
const rooms = [
  'apps/cli/src/words',
  'apps/extension/src/words',
  'apps/web/src/cases/words',
  'apps/web/src/filter/words',
  'apps/web/src/words',
  'packages/knowledge/src/languages',
];

/**
 * The word that a language has for a thing, and the other words that once stood beside it: a reader takes two words for two
 * things.
 */
const words: Readonly<Record<Exclude<Language, 'en'>, readonly (readonly [word: string, others: RegExp])[]>> =
  {
    fr: [
      ['entrepôt (de journaux)', /magasin de journaux|dépôt de journaux/],
      ['requête préliminaire', /\bpreflights\b/],
      ['contenu envoyé', /charge utile/i],
      ['secrets', /identifiants secrets|sans identifiants/],
      ['nettoyer', /expurg/],
      ['qui peut corriger', /qui peut agir/i],
      ['code de statut', /code d’état/],
      ['processus de traitement', /\bouvrier/i],
    ],
    ja: [
      ['キャプチャー', /キャプチャ(?!ー)/],
      ['資格情報', /認証情報|秘密情報/],
      ['トラッキング ID', /追跡 ?ID/],
      ['検出結果', /所見|検出項目/],
      ['リージョン', /地域/],
      ['原本', /元のファイルにあった/],
      ['リクエスト', /失敗した要求/],
      ['レスポンスヘッダー', /応答ヘッダー/],
      ['フィンガープリント', /指紋/],
      ['全角の括弧', /[ぁ-んァ-ヶ一-龠]\(/],
    ],
    ko: [
      ['프리플라이트', /사전 요청/],
      ['미리 보기', /미리보기/],
      ['정리', /깨끗/],
      ['워커', /작업자/],
      ['리전', /: '지역'|지역 표시/],
      ['시작 주체', /시작자/],
      ['케이스', /사례/],
      ['하십시오', /세요/],
    ],
    'zh-CN': [
      ['抓包', /捕获文件/],
      ['载荷', /有效负载/],
      ['工单', /案例|案件/],
      ['密封', /封存/],
      ['脱敏', /清理/],
      ['原件', /原始文件/],
      ['上报', /升级包|需要升级|升级此/],
      ['响应', /应答/],
      ['遮盖', /遮蔽/],
      ['诊断结论', /诊断结果/],
      ['恢复代码', /恢复码/],
      ['压缩包', /归档/],
      ['源', /其他来源/],
      ['后面的', /其后的服/],
      ['身份提供方', /身份提供商/],
      ['无痕窗口', /隐私窗口/],
      ['全角括号', /[一-龠]\(/],
    ],
    'zh-TW': [
      ['酬載', /承載資料/],
      ['要求', /(?<!的)請求(?!您)/],
      ['案件', /案例|工單/],
      ['密封', /封存於|公鑰封存/],
      ['清理', /去識別|脫敏/],
      ['原件', /原始檔(?!案)/],
      ['認證資料', /認證(?!資料)|憑證資料/],
      ['公開金鑰', /公鑰/],
      ['記錄', /日誌/],
      ['教戰手冊', /劇本/],
      ['擷取檔', /[個此後]擷取(?!檔)|清理擷取/],
      ['本文', /內文/],
      ['發起者', /啟動[器者]|起始者/],
      ['通訊協定', /(?<!通訊)協定/],
      ['呈報', /向上呈報/],
      ['封存檔', /壓縮檔/],
      ['後面的', /其後的[服伺]/],
      ['身分提供者', /身分識別提供者/],
      ['裝置', /設備/],
      ['協商', /交涉/],
      ['前綴', /前置詞/],
      ['全形括號', /[一-龠]\(/],
    ],
  };

/** The files of one language. French findings are left out: what a person signs in with is `identifiants` there. */
function filesOf(language: Language): string[] {
  const name = language.toLowerCase();
  const leftOut = language === 'fr' ? '(?!findings/)' : '';
  const own = new RegExp(`(?:^|/)${name}(?:\\.ts$|/${leftOut}.*\\.ts$)`);
  return rooms.flatMap((room) =>
    readdirSync(path.join(repository, room), { recursive: true, encoding: 'utf8' })
      .map((file) => file.replaceAll('\\', '/'))
      .filter((file) => own.test(file))
      .map((file) => `${room}/${file}`),
  );
}

it.each(languages.filter((language) => language !== 'en'))(
  '%s has one word for one thing, wherever it speaks',
  (language) => {
    const files = filesOf(language);
    expect(files.length).toBeGreaterThan(30);
    const found = files.flatMap((file) =>
      readFileSync(path.join(repository, file), 'utf8')
        .split('\n')
        .flatMap((line, at) =>
          words[language]
            .filter(([, others]) => others.test(line))
            .map(([word]) => `${file}:${at + 1} ${word}: ${line.trim()}`),
        ),
    );
    expect(found).toEqual([]);
  },
);
