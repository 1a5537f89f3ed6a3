import type { FindingName } from '../../scenario/finding-names.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { Look } from '../web-app/look.ts';
import { annuaire, denwa, telefonie } from '../web-app/looks.ts';
import { body, html, json, nothing, type Reply } from '../web-app/reply.ts';
import { fault } from '../web-app/truth-of.ts';
import { abroad } from './family.ts';

/** One action, one answer; the page itself works. */
function answered(
  look: Look,
  [name, title]: readonly [string, string],
  finding: FindingName,
  action: string,
  reply: Reply,
  more: { readonly allows?: readonly FindingName[]; readonly sent?: string; readonly init?: string } = {},
): Scenario {
  const [method = 'GET', path = '/'] = action.split(' ');
  const sent = more.sent ?? (method === 'GET' || method === 'DELETE' ? 'undefined' : '{ nr: 4711 }');
  return abroad({
    name,
    title,
    look,
    script: `var answer = await http.send('${method}', '${path}', ${sent}, ${more.init ?? '{}'}); show(answer.status);`,
    routes: () => ({ [action]: reply }),
    truth: fault(finding, { method, url: path }, more.allows === undefined ? {} : { allows: more.allows }),
  });
}

const errorInSuccess: readonly Scenario[] = [
  answered(
    annuaire,
    ['succes-faux', 'Le numéro n’est pas attribué, sans message.'],
    'fail/error-in-success',
    'POST /rest/v2/numeros',
    json({
      succes: false,
      success: false,
      erreurs: [{ champ: 'numero', libelle: 'Ce numéro appartient déjà à un autre site.' }],
    }),
  ),
  answered(
    annuaire,
    ['has-error', 'L’annuaire reste vide.'],
    'fail/error-in-success',
    'GET /rest/v2/contacts',
    json({
      hasError: true,
      errorMessage: 'Délai dépassé lors de la lecture des contacts',
      contenu: [],
    }),
  ),
  answered(
    telefonie,
    ['fehler-mit-code', 'Die Nebenstelle lässt sich nicht anlegen.'],
    'fail/error-in-success',
    'POST /Dienste/Nebenstellen',
    json({
      Erfolg: false,
      errorCode: 'NST-0409',
      errorText: 'Nebenstelle 4711 ist bereits vergeben.',
    }),
  ),
  answered(
    telefonie,
    ['ausnahme-in-huelle', 'Der Bericht bleibt leer.'],
    'fail/error-in-success',
    'GET /Dienste/Berichte',
    json({
      d: {
        exception: 'System.InvalidOperationException',
        error: { message: 'Die Verbindung wurde getrennt.' },
      },
    }),
  ),
  answered(
    denwa,
    ['kekka-ng', '内線番号が登録できません。'],
    'fail/error-in-success',
    'POST /svc/bango.do',
    json({
      result: 'NG',
      status: 'failure',
      errors: [{ code: 'E0102', message: 'この番号は既に使用されています。' }],
    }),
  ),
  answered(
    denwa,
    ['code-not-zero', '一覧が表示されません。'],
    'fail/error-in-success',
    'GET /svc/ichiran.do',
    json({
      errcode: 40013,
      errmsg: '権限情報を取得できません',
      data: null,
    }),
  ),
];

const batches: readonly Scenario[] = [
  answered(
    annuaire,
    ['graphql-en-francais', 'La fiche du collègue est incomplète.'],
    'fail/graphql',
    'POST /rest/graph',
    json({
      errors: [
        {
          message: 'Accès refusé au champ « messagerie »',
          path: ['collegue', 'messagerie'],
          extensions: { classification: 'DataFetchingException' },
        },
      ],
      data: { collegue: { nom: 'Moreau', messagerie: null } },
    }),
    {
      allows: ['fail/error-in-success'],
      sent: `{ query: '{ collegue(id: 4) { nom messagerie { accueil } } }' }`,
    },
  ),
  answered(
    telefonie,
    ['mehrfachantwort', 'Von vier Geräten wurden drei umgezogen.'],
    'fail/batch-item',
    'POST /Dienste/Umzug',
    json(
      {
        Antworten: [
          { Id: 1, status: 200 },
          { Id: 2, status: 200 },
          { Id: 3, status: 423, Grund: 'Gerät wird gerade aktualisiert' },
          { Id: 4, status: 200 },
        ],
      },
      { status: 207 },
    ),
    { allows: ['fail/error-in-success'] },
  ),
  answered(
    denwa,
    ['ikkatsu', '三件のうち一件だけ更新されません。'],
    'fail/batch-item',
    'POST /svc/ikkatsu.do',
    json([
      { code: 200, body: '{"id":1}' },
      { code: 400, body: '{"message":"内線番号の形式が正しくありません"}' },
      { code: 200, body: '{"id":3}' },
    ]),
    { allows: ['fail/error-in-success'] },
  ),
];

const XML = `{ headers: { 'content-type': 'application/soap+xml' } }`;

const xml: readonly Scenario[] = [
  answered(
    telefonie,
    ['soap-zwoelf', 'Das Telefon meldet sich nicht an.'],
    'fail/soap-fault',
    'POST /Dienste/Geraet.svc',
    body(
      'application/soap+xml; charset=utf-8',
      '<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"><s:Body><s:Fault><s:Code><s:Value>s:Receiver</s:Value></s:Code><s:Reason><s:Text xml:lang="de-DE">Der Dienst ist zurzeit ausgelastet.</s:Text></s:Reason></s:Fault></s:Body></s:Envelope>',
    ),
    { allows: ['fail/error-in-success'], sent: `'<Anmelden/>'`, init: XML },
  ),
  answered(
    annuaire,
    ['oci-en-francais', 'Le renvoi d’appel n’est pas enregistré.'],
    'fail/oci-error',
    'POST /rest/v2/oci',
    body(
      'application/xml; charset=ISO-8859-1',
      Buffer.from(
        '<?xml version="1.0" encoding="ISO-8859-1"?><BroadsoftDocument protocol="OCI" xmlns="C" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><command type="Warning" echo="" xsi:type="c:ErrorResponse" xmlns:c="C" xmlns=""><summary>[Erreur 4962] Mot de passe refusé</summary><summaryEnglish>[Error 4962] Invalid password</summaryEnglish></command></BroadsoftDocument>',
        'latin1',
      ),
    ),
    { allows: ['fail/error-in-success'], sent: `'<BroadsoftDocument protocol="OCI"/>'`, init: XML },
  ),
];

const wrongBodies: readonly Scenario[] = [
  answered(
    denwa,
    ['mente-chuu', '日曜の朝は何も表示されません。'],
    'fail/html-for-json',
    'GET /svc/kikai.do',
    html(
      '<!DOCTYPE html><html lang="ja"><head><title>メンテナンス中</title></head><body><p>ただいまメンテナンス中です。</p></body></html>',
    ),
  ),
  answered(
    telefonie,
    ['hinweis-vor-json', 'Die Preisliste ist seit dem Update leer.'],
    'fail/broken-json',
    'GET /Dienste/Preise',
    body(
      'application/json; charset=utf-8',
      'Notice: Undefinierte Variable: waehrung in D:\\dienste\\preise.php in Zeile 12\n{"Preise":[9,19]}',
    ),
  ),
  answered(
    annuaire,
    ['deux-objets', 'Le tableau de bord ne se charge pas.'],
    'fail/broken-json',
    'GET /rest/v2/synthese',
    body('application/json;charset=UTF-8', `{"appels":12}{"appels":12}`),
  ),
];

const refusals: readonly Scenario[] = [
  answered(
    telefonie,
    ['zu-viele-anfragen', 'Nach einigen Klicks geht nichts mehr.'],
    'fail/rate-limited',
    'GET /Dienste/Suche',
    (request, response) =>
      json(
        { Meldung: 'Anfragelimit überschritten' },
        {
          status: 429,
          fields: {
            'retry-after': new Date(Date.now() + 45_000).toUTCString(),
            'x-ratelimit-remaining': '0',
          },
        },
      )(request, response),
    { allows: ['fail/http-4xx'] },
  ),
  answered(
    annuaire,
    ['deja-modifie', 'La fiche a été modifiée entre-temps.'],
    'fail/conflict',
    'PUT /rest/v2/fiches/8',
    json({ code: 'PRECONDITION', libelle: 'La fiche a changé depuis votre lecture.' }, { status: 412 }),
    { allows: ['fail/http-4xx'], init: `{ headers: { 'if-match': '"v3"' } }` },
  ),
  answered(
    telefonie,
    ['datei-zu-gross', 'Die Ansage lässt sich nicht hochladen.'],
    'fail/too-large',
    'POST /Dienste/Ansagen',
    html(
      '<html><head><title>413 - Anforderungsentität zu groß</title></head><body><h2>413 - Die Seite wurde nicht angezeigt.</h2></body></html>',
      { status: 413 },
    ),
    {
      allows: ['fail/http-4xx'],
      sent: `new Blob([new Uint8Array(64000)])`,
      init: `{ headers: { 'content-type': 'audio/mpeg' } }`,
    },
  ),
  answered(
    annuaire,
    ['methode-interdite', 'Impossible de supprimer un poste.'],
    'fail/method-not-allowed',
    'DELETE /rest/v2/postes/12',
    html(
      '<!DOCTYPE HTML PUBLIC "-//IETF//DTD HTML 2.0//EN"><html><head><title>405 Méthode non autorisée</title></head><body><h1>Méthode non autorisée</h1></body></html>',
      { status: 405, fields: { allow: 'GET,HEAD,POST' } },
    ),
    { allows: ['fail/http-4xx'] },
  ),
  answered(
    denwa,
    ['mitsukarimasen', 'リンクを開くと空白になります。'],
    'fail/http-4xx',
    'GET /svc/shain.do',
    json(
      {
        timestamp: 1577836800,
        path: '/svc/shain.do',
        status: 404,
        error: 'Not Found',
        message: '社員が見つかりません',
      },
      { status: 404 },
    ),
  ),
  answered(
    denwa,
    ['naibu-error', '保存すると「内部エラー」と出ます。'],
    'fail/http-5xx',
    'POST /svc/hozon.do',
    html(
      '<html><head><title>HTTPステータス 500 – 内部サーバーエラー</title></head><body><pre>java.lang.NullPointerException\n\tat jp.example.denwa.HozonServlet.doPost(HozonServlet.java:88)</pre></body></html>',
      { status: 500 },
    ),
  ),
  answered(
    annuaire,
    ['erreur-sans-corps', 'L’enregistrement échoue sans explication.'],
    'fail/http-5xx',
    'PATCH /rest/v2/fiches/9',
    nothing(500),
  ),
];

export const applicationAbroad: readonly Scenario[] = [
  ...errorInSuccess,
  ...batches,
  ...xml,
  ...wrongBodies,
  ...refusals,
];
