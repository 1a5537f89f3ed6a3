// Made by shipped-playbooks.test.ts of the JSON files beside it: old Node and browsers import no JSON.
import type { Playbook } from '../playbook.ts';

/** The playbooks that Harrier brings; the more exact first. */
export const shippedPlaybooks: readonly Playbook[] = [
  {
    schema: 1,
    id: 'webex-calling',
    version: '1.0.0',
    title: 'Webex Calling',
    sources: [
      'https://help.webex.com/cx0cjc',
      'https://help.webex.com/nhvl4hw',
      'https://developer.webex.com',
    ],
    findings: [
      {
        id: 'feature-granted-meanwhile',
        refines: ['permission/feature-no-access'],
        whenFinding: {
          has: ['outdatedSince'],
        },
        match: {
          paths: ['/**/templates/configure/users/{id}'],
        },
        fixer: 'nobody',
        texts: {
          en: {
            verdict:
              '{features|feature} is still hidden from the user: that was worked out at {outdatedSince}, and the template[[ “{template}”]][[ ({level})]] has granted it since[[ {modifiedAt}]].',
            explanation:
              'The setting is right already; the hub shows what it worked out before the change.[[ Changed by {modifiedBy}.]] A setting of the user’s own would go before the organisation’s, and none hides it here.',
            nextStep:
              'Change nothing. It can take up to 12 hours; signing out and in hurries it. If it is still hidden after that, record again.',
          },
          fr: {
            verdict:
              '{features|feature} est encore masqué à l’utilisateur : l’état calculé date de {outdatedSince}, et le modèle[[ « {template} »]][[ ({level})]] l’accorde depuis[[ {modifiedAt}]].',
            explanation:
              'Le réglage est déjà correct ; le portail montre ce qu’il avait calculé avant la modification.[[ Modifié par {modifiedBy}.]] Un réglage propre à l’utilisateur l’emporterait, et aucun ne la masque ici.',
            nextStep:
              'Ne changez rien. Cela peut prendre jusqu’à 12 heures ; se reconnecter accélère les choses. Si la fonctionnalité reste masquée ensuite, refaites une capture.',
          },
          ja: {
            verdict:
              '{features|feature} はまだ利用者に表示されません。表示可否は {outdatedSince} に計算されたもので、テンプレート[[「{template}」]][[（{level}）]]はその後[[ {modifiedAt} に]]許可しています。',
            explanation:
              '設定は既に正しく、ハブは変更前に計算した結果を表示しています。[[変更者：{modifiedBy}。]]利用者自身の設定があればそちらが優先されますが、ここでは非表示にしていません。',
            nextStep:
              '何も変更しないでください。反映には最大 12 時間かかります。サインインし直すと早まります。それでも表示されなければ、もう一度記録してください。',
          },
          ko: {
            verdict:
              '{features|feature} 기능이 아직 사용자에게 숨겨져 있습니다. 이 상태는 {outdatedSince}에 계산된 것이고, 템플릿[[ “{template}”]][[({level})]]은 그 뒤[[ {modifiedAt}]]에 허용했습니다.',
            explanation:
              '설정은 이미 올바르며, 허브가 변경 전에 계산한 결과를 보여 주고 있습니다.[[ 변경한 사람: {modifiedBy}.]] 사용자 자신의 설정이 있다면 우선하지만, 여기서는 숨기지 않습니다.',
            nextStep:
              '아무것도 변경하지 마십시오. 최대 12시간이 걸릴 수 있으며, 다시 로그인하면 빨라집니다. 그 뒤에도 숨겨져 있으면 다시 기록하십시오.',
          },
          'zh-CN': {
            verdict:
              '{features|feature} 仍对用户隐藏：这是 {outdatedSince} 的计算结果，而模板[[“{template}”]][[（{level}）]]此后[[于 {modifiedAt} ]]已允许它。',
            explanation:
              '设置已经正确；门户显示的是更改之前算出的结果。[[更改者：{modifiedBy}。]]用户个人的设置优先于组织的设置，而这里的个人设置并未隐藏它。',
            nextStep: '请不要再更改。最多可能需要 12 小时；重新登录可加快。之后若仍被隐藏，请重新抓包。',
          },
          'zh-TW': {
            verdict:
              '{features|feature} 仍對使用者隱藏：這是 {outdatedSince} 的計算結果，而範本[[「{template}」]][[（{level}）]]之後[[已於 {modifiedAt} ]]允許它。',
            explanation:
              '設定已經正確；入口網站顯示的是變更之前算出的結果。[[變更者：{modifiedBy}。]]使用者個人的設定優先於組織的設定，而這裡的個人設定並未隱藏它。',
            nextStep: '請不要再變更。最多可能需要 12 小時；重新登入可加快。之後若仍被隱藏，請重新擷取。',
          },
        },
      },
      {
        id: 'feature-hidden',
        refines: ['permission/feature-no-access'],
        match: {
          paths: ['/**/templates/configure/users/{id}'],
        },
        fixer: 'customer-administrator',
        texts: {
          en: {
            verdict:
              'Calling feature access hides {features|feature} from the user[[: template “{template}”]][[, level {level}]][[, rank {rank}]][[, last changed at {modifiedAt}]][[ by {modifiedBy}]].',
            explanation:
              'NO_ACCESS in the template takes the option off the page, and nothing fails. What is set for the user goes before what is set for the organisation. A hidden feature keeps working, but the user cannot change it in User Hub, on the phone or by feature access codes.',
            nextStep:
              'In Control Hub look at the user’s own calling feature access first, then at the organisation’s, and grant the feature at the level that hides it. The Webex app can take up to 12 hours to show it; signing out and in hurries it.',
          },
          fr: {
            verdict:
              'L’accès aux fonctionnalités d’appel masque {features|feature} à l’utilisateur[[ : modèle « {template} »]][[, niveau {level}]][[, rang {rank}]][[, modifié le {modifiedAt}]][[ par {modifiedBy}]].',
            explanation:
              'NO_ACCESS dans le modèle retire l’option de la page, sans qu’aucune requête n’échoue. Le réglage de l’utilisateur l’emporte sur celui de l’organisation. Une fonctionnalité masquée reste active, mais l’utilisateur ne peut pas la modifier dans User Hub, sur le téléphone ni par code d’accès.',
            nextStep:
              'Dans Control Hub, regardez d’abord l’accès aux fonctionnalités d’appel propre à l’utilisateur, puis celui de l’organisation, et accordez la fonctionnalité au niveau qui la masque. L’application Webex peut mettre jusqu’à 12 heures à l’afficher ; se reconnecter accélère les choses.',
          },
          ja: {
            verdict:
              '通話機能へのアクセス設定により、{features|feature} が利用者に表示されません[[：テンプレート「{template}」]][[、レベル {level}]][[、ランク {rank}]][[、最終変更 {modifiedAt}]][[、変更者 {modifiedBy}]]。',
            explanation:
              'テンプレートの NO_ACCESS は項目を画面から消すだけで、失敗するリクエストはありません。利用者の設定は組織の設定より優先されます。非表示の機能は動作し続けますが、利用者は User Hub、電話機、機能アクセスコードから変更できません。',
            nextStep:
              'Control Hub で、まず利用者自身の通話機能アクセス、次に組織の設定を確認し、非表示にしているレベルで許可してください。Webex アプリへの反映には最大 12 時間かかります。サインインし直すと早まります。',
          },
          ko: {
            verdict:
              '통화 기능 액세스 설정 때문에 {features|feature} 기능이 사용자에게 보이지 않습니다[[: 템플릿 “{template}”]][[, 수준 {level}]][[, 순위 {rank}]][[, 마지막 변경 {modifiedAt}]][[, 변경한 사람 {modifiedBy}]].',
            explanation:
              '템플릿의 NO_ACCESS는 화면에서 항목을 없앨 뿐이며 실패하는 요청은 없습니다. 사용자 설정이 조직 설정보다 우선합니다. 숨겨진 기능은 계속 작동하지만 사용자가 User Hub, 전화기, 기능 액세스 코드로 변경할 수 없습니다.',
            nextStep:
              'Control Hub에서 먼저 사용자 자신의 통화 기능 액세스를, 다음으로 조직의 설정을 확인하고, 숨기고 있는 수준에서 허용하십시오. Webex 앱에 나타나기까지 최대 12시간이 걸릴 수 있으며, 다시 로그인하면 빨라집니다.',
          },
          'zh-CN': {
            verdict:
              '通话功能访问设置对用户隐藏了 {features|feature}[[：模板“{template}”]][[，级别 {level}]][[，序号 {rank}]][[，最后更改于 {modifiedAt}]][[，更改者 {modifiedBy}]]。',
            explanation:
              '模板中的 NO_ACCESS 会把该选项从页面上去掉，而没有任何请求失败。用户的设置优先于组织的设置。被隐藏的功能仍在运行，但用户无法在 User Hub、话机上或通过功能访问码更改它。',
            nextStep:
              '请在 Control Hub 中先查看用户自己的通话功能访问设置，再查看组织的设置，并在隐藏它的级别上允许该功能。Webex 应用最多可能需要 12 小时才会显示；重新登录可加快。',
          },
          'zh-TW': {
            verdict:
              '通話功能存取設定對使用者隱藏了 {features|feature}[[：範本「{template}」]][[，層級 {level}]][[，順位 {rank}]][[，上次變更於 {modifiedAt}]][[，變更者 {modifiedBy}]]。',
            explanation:
              '範本中的 NO_ACCESS 會將該選項從頁面上移除，而沒有任何要求失敗。使用者的設定優先於組織的設定。被隱藏的功能仍在運作，但使用者無法在 User Hub、話機上或透過功能存取碼變更它。',
            nextStep:
              '請在 Control Hub 中先查看使用者自己的通話功能存取設定，再查看組織的設定，並在隱藏它的層級上允許這項功能。Webex 應用程式最多可能需要 12 小時才會顯示；重新登入可加快。',
          },
        },
        whenFinding: {
          severity: ['warning', 'error'],
        },
      },
      {
        id: 'recording-refused',
        refines: ['permission/vendor-refused', 'fail/upstream'],
        match: {
          paths: ['/**/features/callrecording', '/**/callRecording'],
          methods: ['PATCH', 'PUT', 'POST'],
        },
        fixer: 'third-party',
        texts: {
          en: {
            explanation:
              'Call recording is done by a company of its own[[, here {party}]]. The provisioning service (CPAPI) asked it to set the user up[[, and it answered “{vendorText}”]][[; “{ownText}” is CPAPI’s own sentence]].',
            nextStep:
              'Check the provider’s account: product, licences, accepted terms of service, and which provider the user’s location has. To escalate, collect the full error text, screenshots, the steps, the time, the tracking id[[ {trackingId}]] and CPAPI’s exception from its logs.',
          },
          fr: {
            explanation:
              'L’enregistrement des appels est assuré par une société distincte[[, ici {party}]]. Le service de provisionnement (CPAPI) lui a demandé de créer l’utilisateur[[ ; elle a répondu « {vendorText} »]][[ ; « {ownText} » est la phrase de CPAPI]].',
            nextStep:
              'Vérifiez le compte chez le fournisseur : produit, licences, conditions acceptées, et quel fournisseur a le site de l’utilisateur. Pour une escalade, réunissez le texte d’erreur complet, des captures d’écran, les étapes, l’heure, l’identifiant de suivi[[ {trackingId}]] et l’exception de CPAPI dans ses journaux.',
          },
          ja: {
            explanation:
              '通話録音は別の会社[[（ここでは {party}）]]が提供しています。プロビジョニングサービス（CPAPI）が利用者の登録を依頼しました。[[応答は「{vendorText}」です。]][[「{ownText}」は CPAPI 自身の文です。]]',
            nextStep:
              '録音事業者のアカウント（製品、ライセンス、利用規約への同意、利用者の拠点に割り当てられた事業者）を確認してください。エスカレーションには、エラー全文、画面の写し、手順、時刻、トラッキング ID[[ {trackingId}]]、ログにある CPAPI の例外を添えてください。',
          },
          ko: {
            explanation:
              '통화 녹음은 별도의 업체[[({party})]]가 제공합니다. 프로비저닝 서비스(CPAPI)가 사용자 등록을 요청했습니다.[[ 업체의 응답: “{vendorText}”.]][[ CPAPI 자체의 문장: “{ownText}”.]]',
            nextStep:
              '녹음 업체의 계정(제품, 라이선스, 약관 동의, 사용자 위치에 지정된 업체)을 확인하십시오. 에스컬레이션에는 전체 오류 내용, 화면 캡처, 단계, 시각, 추적 ID[[ {trackingId}]], 로그에 있는 CPAPI 예외를 첨부하십시오.',
          },
          'zh-CN': {
            explanation:
              '通话录音由另一家公司[[（此处为 {party}）]]提供。配置服务（CPAPI）请求它登记该用户。[[其答复是“{vendorText}”。]][[“{ownText}”是 CPAPI 自身的说明。]]',
            nextStep:
              '请检查在录音提供商处的账户：产品、许可证、是否接受服务条款，以及该用户所在位置使用哪家提供商。如需上报，请收集完整的错误文本、截图、步骤、时间、跟踪 ID[[ {trackingId}]] 以及日志中 CPAPI 的异常。',
          },
          'zh-TW': {
            explanation:
              '通話錄音由另一家公司[[（此處為 {party}）]]提供。佈建服務（CPAPI）請求它登記這位使用者。[[其答覆是「{vendorText}」。]][[「{ownText}」是 CPAPI 本身的說明。]]',
            nextStep:
              '請檢查在錄音供應商處的帳號：產品、授權、是否接受服務條款，以及該使用者所在位置使用哪家供應商。如需呈報，請收集完整的錯誤文字、螢幕截圖、步驟、時間、追蹤 ID[[ {trackingId}]] 以及記錄中 CPAPI 的例外。',
          },
        },
      },
      {
        id: 'recording-terms',
        severity: 'warning',
        class: 'proven',
        match: {
          hosts: ['webexapis.com', '*.webexapis.com', '*.webex.com', '*.wbx2.com', 'cpapi*'],
          paths: ['/**/callRecording/termsOfService/{vendor}', '/**/callRecording/vendors'],
          status: [200, 300],
          where: [
            {
              in: 'response',
              at: '/termsOfServiceEnabled',
              oneOf: [false],
            },
          ],
        },
        extract: {
          vendor: {
            in: 'response',
            at: '/vendorName',
          },
        },
        fixer: 'customer-administrator',
        texts: {
          en: {
            verdict:
              '{place} says that the terms of service of the recording provider[[ {vendor}]] have not been accepted.',
            explanation: 'Until they are accepted, no user can be set up for recording there.',
            nextStep: 'Accept the terms in Control Hub under Calling, service settings, call recording.',
          },
          fr: {
            verdict:
              '{place} indique que les conditions du fournisseur d’enregistrement[[ {vendor}]] n’ont pas été acceptées.',
            explanation:
              'Tant qu’elles ne le sont pas, aucun utilisateur ne peut y être configuré pour l’enregistrement.',
            nextStep:
              'Acceptez-les dans Control Hub : appels, réglages du service, enregistrement des appels.',
          },
          ja: {
            verdict: '{place} によると、録音事業者[[ {vendor}]] の利用規約に同意していません。',
            explanation: '同意するまで、利用者の録音を設定することはできません。',
            nextStep: 'Control Hub の通話、サービス設定、通話録音で同意してください。',
          },
          ko: {
            verdict: '{place}: 녹음 업체[[({vendor})]]의 약관에 동의하지 않은 상태입니다.',
            explanation: '동의하기 전에는 어떤 사용자도 녹음을 설정할 수 없습니다.',
            nextStep: 'Control Hub의 통화, 서비스 설정, 통화 녹음에서 동의하십시오.',
          },
          'zh-CN': {
            verdict: '{place} 表明尚未接受录音提供商[[ {vendor}]] 的服务条款。',
            explanation: '在接受之前，无法为任何用户设置录音。',
            nextStep: '请在 Control Hub 的通话、服务设置、通话录音中接受条款。',
          },
          'zh-TW': {
            verdict: '{place} 表明尚未接受錄音供應商[[ {vendor}]] 的服務條款。',
            explanation: '在接受之前，無法為任何使用者設定錄音。',
            nextStep: '請在 Control Hub 的通話、服務設定、通話錄音中接受條款。',
          },
        },
      },
      {
        id: 'voicemail-asked-for-off',
        refines: ['permission/asked-for-off'],
        match: {
          paths: ['/**/voicemail'],
          methods: ['PATCH', 'PUT'],
        },
        fixer: 'browser',
        texts: {
          en: {
            explanation:
              'The browser sent {field|oci} as false, so every service behind it did the right thing; no log needs to be searched.',
          },
          fr: {
            explanation:
              'Le navigateur a envoyé {field|oci} avec la valeur false : tous les services derrière lui ont bien fait leur travail, inutile de chercher dans les journaux.',
          },
          ja: {
            explanation:
              'ブラウザーが {field|oci} を false で送信したため、背後のサービスはすべて正しく動作しました。ログの検索は不要です。',
          },
          ko: {
            explanation:
              '브라우저가 다음 값을 false로 보냈으므로 뒤의 모든 서비스가 올바르게 동작했습니다: {field|oci}. 로그를 검색할 필요가 없습니다.',
          },
          'zh-CN': {
            explanation: '浏览器发送的 {field|oci} 就是 false，后面的各个服务都照做了，无需搜索日志。',
          },
          'zh-TW': {
            explanation: '瀏覽器送出的 {field|oci} 就是 false，後面的各個服務都照做了，不必搜尋記錄。',
          },
        },
      },
      {
        id: 'voicemail-value-lost',
        refines: ['permission/value-lost', 'fail/oci-error'],
        match: {
          paths: ['/**/voicemail'],
          methods: ['PATCH', 'PUT'],
        },
        fixer: 'service-team',
        texts: {
          en: {
            explanation:
              '[[Follow these on their way: {fields|oci}. ]]The path is Control Hub → CPAPI → OCIROUTER → WXCAS. One OCI document holds up to three commands, and one of them may be refused while the HTTP status is 200.',
            nextStep:
              'Search the logs of all services for[[ {trackingId} and]] the sub-calls of this request (CPAPI_…_0, OCIROUTER_…_0, CPAPI_…_1): open each OCI document, compare each element with the JSON, and read the result of each command.',
          },
          fr: {
            explanation:
              '[[Suivez ces champs en chemin : {fields|oci}. ]]Le chemin est Control Hub → CPAPI → OCIROUTER → WXCAS. Un document OCI contient jusqu’à trois commandes ; l’une peut être refusée alors que le statut HTTP est 200.',
            nextStep:
              'Cherchez dans les journaux de tous les services[[ {trackingId} et]] les sous-appels de cette requête (CPAPI_…_0, OCIROUTER_…_0, CPAPI_…_1) : ouvrez chaque document OCI, comparez chaque élément au JSON et lisez le résultat de chaque commande.',
          },
          ja: {
            explanation:
              '[[経路上で次の項目を追ってください：{fields|oci}。]]経路は Control Hub → CPAPI → OCIROUTER → WXCAS です。1 つの OCI 文書には最大 3 つのコマンドがあり、HTTP ステータスが 200 でもその 1 つが拒否されることがあります。',
            nextStep:
              'すべてのサービスのログで[[ {trackingId} と]]その下位呼び出し（CPAPI_…_0、OCIROUTER_…_0、CPAPI_…_1）を検索し、各 OCI 文書を開いて要素を JSON と比較し、コマンドごとの結果を確認してください。',
          },
          ko: {
            explanation:
              '[[다음 항목을 경로에서 추적하십시오: {fields|oci}. ]]경로: Control Hub → CPAPI → OCIROUTER → WXCAS. OCI 문서 하나에 명령이 최대 3개 들어 있으며, HTTP 상태가 200이어도 그중 하나가 거부될 수 있습니다.',
            nextStep:
              '모든 서비스의 로그에서[[ {trackingId} 및]] 이 요청의 하위 호출(CPAPI_…_0, OCIROUTER_…_0, CPAPI_…_1)을 검색하고, 각 OCI 문서를 열어 요소를 JSON과 비교하고 명령별 결과를 확인하십시오.',
          },
          'zh-CN': {
            explanation:
              '[[请沿途追踪这些字段：{fields|oci}。]]路径为 Control Hub → CPAPI → OCIROUTER → WXCAS。一个 OCI 文档最多包含三个命令，即使 HTTP 状态为 200，其中之一也可能被拒绝。',
            nextStep:
              '请在所有服务的日志中搜索[[ {trackingId} 及]]此请求的子调用（CPAPI_…_0、OCIROUTER_…_0、CPAPI_…_1）：打开每个 OCI 文档，将各元素与 JSON 比较，并查看每个命令的结果。',
          },
          'zh-TW': {
            explanation:
              '[[請沿途追蹤這些欄位：{fields|oci}。]]路徑為 Control Hub → CPAPI → OCIROUTER → WXCAS。一個 OCI 文件最多包含三個命令，即使 HTTP 狀態為 200，其中之一也可能遭到拒絕。',
            nextStep:
              '請在所有服務的記錄中搜尋[[ {trackingId} 及]]這個要求的子呼叫（CPAPI_…_0、OCIROUTER_…_0、CPAPI_…_1）：開啟每個 OCI 文件，將各元素與 JSON 比較，並查看每個命令的結果。',
          },
        },
      },
      {
        id: 'provisioning-failed',
        refines: [
          'fail/gateway-timeout',
          'fail/upstream',
          'fail/gateway-envoy',
          'fail/http-5xx',
          'fail/oci-error',
        ],
        match: {
          methods: ['PATCH', 'PUT', 'POST', 'DELETE'],
          paths: ['/**/customers/{id}/users/{id}/**', '/**/customers/{id}/locations/{id}/**'],
        },
        fixer: 'service-team',
        texts: {
          en: {
            explanation:
              'A change goes from Control Hub to CPAPI, from there to OCIROUTER and on to WXCAS, the call server. CPAPI’s answer names the hop that failed; a 200 of the router proves the transport only.',
            nextStep:
              'Search the logs of all services for[[ {trackingId} and]] the sub-calls of this request (CPAPI_…_0, OCIROUTER_…_0, CPAPI_…_1); the last service that has lines is where it stopped. To escalate, add CPAPI’s exception and the full error text.',
          },
          fr: {
            explanation:
              'Une modification va de Control Hub à CPAPI, puis à OCIROUTER et enfin à WXCAS, le serveur d’appels. La réponse de CPAPI nomme le maillon en échec ; un 200 du routeur ne prouve que le transport.',
            nextStep:
              'Cherchez dans les journaux de tous les services[[ {trackingId} et]] les sous-appels de cette requête (CPAPI_…_0, OCIROUTER_…_0, CPAPI_…_1) ; le dernier service qui a des lignes est celui où tout s’est arrêté. Pour une escalade, joignez l’exception de CPAPI et le texte d’erreur complet.',
          },
          ja: {
            explanation:
              '変更は Control Hub から CPAPI、OCIROUTER、通話サーバー WXCAS の順に渡ります。失敗した箇所は CPAPI の応答が示します。ルーターの 200 が示すのは転送の成功だけです。',
            nextStep:
              'すべてのサービスのログで[[ {trackingId} と]]その下位呼び出し（CPAPI_…_0、OCIROUTER_…_0、CPAPI_…_1）を検索してください。行が残っている最後のサービスが止まった箇所です。エスカレーションには CPAPI の例外とエラー全文を添えてください。',
          },
          ko: {
            explanation:
              '변경은 Control Hub에서 CPAPI, OCIROUTER를 거쳐 통화 서버 WXCAS로 전달됩니다. 실패한 지점은 CPAPI의 응답에 나옵니다. 라우터의 200은 전송만 증명합니다.',
            nextStep:
              '모든 서비스의 로그에서[[ {trackingId} 및]] 이 요청의 하위 호출(CPAPI_…_0, OCIROUTER_…_0, CPAPI_…_1)을 검색하십시오. 줄이 남아 있는 마지막 서비스가 멈춘 지점입니다. 에스컬레이션에는 CPAPI 예외와 전체 오류 내용을 첨부하십시오.',
          },
          'zh-CN': {
            explanation:
              '更改从 Control Hub 到 CPAPI，再到 OCIROUTER，最后到呼叫服务器 WXCAS。CPAPI 的响应会指明是哪一跳失败；路由器的 200 只证明传输成功。',
            nextStep:
              '请在所有服务的日志中搜索[[ {trackingId} 及]]此请求的子调用（CPAPI_…_0、OCIROUTER_…_0、CPAPI_…_1）；最后留下日志的服务就是请求中断的地方。如需上报，请附上 CPAPI 的异常和完整错误文本。',
          },
          'zh-TW': {
            explanation:
              '變更從 Control Hub 到 CPAPI，再到 OCIROUTER，最後到通話伺服器 WXCAS。CPAPI 的回應會指出是哪一跳失敗；路由器的 200 只證明傳輸成功。',
            nextStep:
              '請在所有服務的記錄中搜尋[[ {trackingId} 及]]這個要求的子呼叫（CPAPI_…_0、OCIROUTER_…_0、CPAPI_…_1）；最後留下記錄的服務就是要求中斷的地方。如需呈報，請附上 CPAPI 的例外和完整錯誤文字。',
          },
        },
      },
      {
        id: 'licence-lacks-feature',
        refines: ['permission/licence'],
        match: {
          paths: [
            '/**/licenses',
            '/**/licenses/**',
            '/**/settings/services',
            '/**/people',
            '/**/people/{id}',
            '/**/users/{id}',
          ],
        },
        fixer: 'customer-administrator',
        whenFinding: {
          has: ['required'],
        },
        texts: {
          en: {
            explanation:
              '[[Not included: {features|feature}. ]]The option is not shown, whatever the templates allow, and nothing fails.',
            nextStep:
              'In Control Hub open Users, the user, Licences.[[ The feature needs {required}.]][[ {code|licenceCode}.]] A Basic or Standard licence lacks many calling features, whatever the templates grant.',
          },
          fr: {
            explanation:
              '[[Non compris : {features|feature}. ]]L’option n’est pas affichée, quoi que permettent les modèles, et rien n’échoue.',
            nextStep:
              'Dans Control Hub, ouvrez Utilisateurs, l’utilisateur, Licences.[[ La fonctionnalité demande {required}.]][[ {code|licenceCode}.]] Une licence Basic ou Standard n’a pas beaucoup de fonctionnalités d’appel, quoi qu’accordent les modèles.',
          },
          ja: {
            explanation:
              '[[含まれていない機能：{features|feature}。]]テンプレートで許可されていても項目は表示されず、失敗するリクエストもありません。',
            nextStep:
              'Control Hub のユーザー、該当の利用者、ライセンスを確認してください。[[この機能には {required} が必要です。]][[{code|licenceCode}。]]Basic や Standard には、テンプレートで許可していても使えない通話機能が多くあります。',
          },
          ko: {
            explanation:
              '[[포함되지 않은 기능: {features|feature}. ]]템플릿에서 허용해도 항목이 표시되지 않으며, 실패하는 요청은 없습니다.',
            nextStep:
              'Control Hub의 사용자, 해당 사용자, 라이선스를 확인하십시오.[[ 필요한 라이선스: {required}.]][[ {code|licenceCode}.]] Basic이나 Standard에는 템플릿에서 허용해도 쓸 수 없는 통화 기능이 많습니다.',
          },
          'zh-CN': {
            explanation:
              '[[未包含：{features|feature}。]]无论模板如何允许，该选项都不会显示，也没有任何请求失败。',
            nextStep:
              '请在 Control Hub 中打开“用户”、该用户、“许可证”。[[该功能需要 {required}。]][[{code|licenceCode}。]]Basic 或 Standard 许可证缺少许多通话功能，无论模板如何允许。',
          },
          'zh-TW': {
            explanation:
              '[[未包含：{features|feature}。]]無論範本如何允許，該選項都不會顯示，也沒有任何要求失敗。',
            nextStep:
              '請在 Control Hub 中開啟「使用者」、該使用者、「授權」。[[這項功能需要 {required}。]][[{code|licenceCode}。]]Basic 或 Standard 授權缺少許多通話功能，無論範本如何允許。',
          },
        },
      },
      {
        id: 'licence',
        refines: ['permission/licence'],
        match: {
          paths: [
            '/**/licenses',
            '/**/licenses/**',
            '/**/settings/services',
            '/**/people',
            '/**/people/{id}',
            '/**/users/{id}',
          ],
        },
        fixer: 'customer-administrator',
        texts: {
          en: {
            nextStep:
              'In Control Hub open Users, the user, Licences.[[ The feature needs {required}.]][[ {code|licenceCode}.]] A Basic or Standard licence lacks many calling features, whatever the templates grant.',
          },
          fr: {
            nextStep:
              'Dans Control Hub, ouvrez Utilisateurs, l’utilisateur, Licences.[[ La fonctionnalité demande {required}.]][[ {code|licenceCode}.]] Une licence Basic ou Standard n’a pas beaucoup de fonctionnalités d’appel, quoi qu’accordent les modèles.',
          },
          ja: {
            nextStep:
              'Control Hub のユーザー、該当の利用者、ライセンスを確認してください。[[この機能には {required} が必要です。]][[{code|licenceCode}。]]Basic や Standard には、テンプレートで許可していても使えない通話機能が多くあります。',
          },
          ko: {
            nextStep:
              'Control Hub의 사용자, 해당 사용자, 라이선스를 확인하십시오.[[ 필요한 라이선스: {required}.]][[ {code|licenceCode}.]] Basic이나 Standard에는 템플릿에서 허용해도 쓸 수 없는 통화 기능이 많습니다.',
          },
          'zh-CN': {
            nextStep:
              '请在 Control Hub 中打开“用户”、该用户、“许可证”。[[该功能需要 {required}。]][[{code|licenceCode}。]]Basic 或 Standard 许可证缺少许多通话功能，无论模板如何允许。',
          },
          'zh-TW': {
            nextStep:
              '請在 Control Hub 中開啟「使用者」、該使用者、「授權」。[[這項功能需要 {required}。]][[{code|licenceCode}。]]Basic 或 Standard 授權缺少許多通話功能，無論範本如何允許。',
          },
        },
      },
      {
        id: 'job-failed',
        refines: ['permission/job-failed'],
        match: {
          paths: [
            '/**/customers/{id}/jobs',
            '/**/customers/{id}/jobs/**',
            '/**/telephony/config/jobs',
            '/**/telephony/config/jobs/**',
          ],
        },
        texts: {
          en: {
            explanation:
              'Control Hub hands bulk changes to a batch service; the change itself was answered with 2xx, and the job failed later.[[ Error: {code|licenceCode}.]][[ {done} of {total} were done.]]',
            nextStep:
              'Open the job in Control Hub for the error of each item, and search the logs for[[ {trackingId} and]] ids that begin with ADMINBATCHCLIENT; the last counter is the item.',
          },
          fr: {
            explanation:
              'Control Hub confie les modifications en masse à un service de traitement par lots ; la demande a reçu 2xx, et la tâche a échoué ensuite.[[ Erreur : {code|licenceCode}.]][[ Effectué : {done} sur {total}.]]',
            nextStep:
              'Ouvrez la tâche dans Control Hub pour voir l’erreur de chaque élément, et cherchez dans les journaux[[ {trackingId} et]] les identifiants qui commencent par ADMINBATCHCLIENT ; le dernier compteur est l’élément.',
          },
          ja: {
            explanation:
              'Control Hub は一括変更をバッチサービスに渡します。変更自体には 2xx が返り、ジョブは後で失敗しました。[[エラー：{code|licenceCode}。]][[{total} 件中 {done} 件が完了。]]',
            nextStep:
              'Control Hub でジョブを開いて項目ごとのエラーを確認し、ログで[[ {trackingId} と]] ADMINBATCHCLIENT で始まる ID を検索してください。最後の番号が項目を示します。',
          },
          ko: {
            explanation:
              'Control Hub는 일괄 변경을 배치 서비스에 넘깁니다. 변경 자체는 2xx로 응답되었고 작업은 나중에 실패했습니다.[[ 오류: {code|licenceCode}.]][[ 완료: {total}개 중 {done}개.]]',
            nextStep:
              'Control Hub에서 작업을 열어 항목별 오류를 확인하고, 로그에서[[ {trackingId} 및]] ADMINBATCHCLIENT로 시작하는 ID를 검색하십시오. 마지막 번호가 항목입니다.',
          },
          'zh-CN': {
            explanation:
              'Control Hub 将批量更改交给批处理服务；更改本身得到 2xx，而作业随后失败。[[错误：{code|licenceCode}。]][[已完成 {done}/{total}。]]',
            nextStep:
              '请在 Control Hub 中打开该作业查看每一项的错误，并在日志中搜索[[ {trackingId} 及]]以 ADMINBATCHCLIENT 开头的 ID；最后的计数即为该项。',
          },
          'zh-TW': {
            explanation:
              'Control Hub 將批次變更交給批次服務；變更本身得到 2xx，而作業隨後失敗。[[錯誤：{code|licenceCode}。]][[已完成 {done}/{total}。]]',
            nextStep:
              '請在 Control Hub 中開啟該作業查看每一項的錯誤，並在記錄中搜尋[[ {trackingId} 及]]以 ADMINBATCHCLIENT 開頭的 ID；最後的計數即為該項。',
          },
        },
      },
      {
        id: 'numbers-slow',
        refines: ['slow/server', 'slow/wait-unexplained'],
        match: {
          paths: [
            '/**/customers/{id}/**/numbers',
            '/**/customers/{id}/**/numbers/**',
            '/**/telephony/config/numbers',
            '/**/telephony/config/locations/{id}/numbers',
          ],
          methods: ['GET'],
        },
        fixer: 'service-team',
        texts: {
          en: {
            nextStep:
              'Search the logs of all services for[[ {trackingId} and]] the sub-calls of this request (CPAPI_…_0, OCIROUTER_…_0): the list of numbers is put together by the call server, and the gap between two of its lines is where the time went.',
          },
          fr: {
            nextStep:
              'Cherchez dans les journaux de tous les services[[ {trackingId} et]] les sous-appels de cette requête (CPAPI_…_0, OCIROUTER_…_0) : la liste des numéros est établie par le serveur d’appels, et l’écart entre deux lignes montre où le temps est passé.',
          },
          ja: {
            nextStep:
              'すべてのサービスのログで[[ {trackingId} と]]その下位呼び出し（CPAPI_…_0、OCIROUTER_…_0）を検索してください。番号の一覧は通話サーバーが作成しており、ログの行の間隔が空いているところで時間がかかっています。',
          },
          ko: {
            nextStep:
              '모든 서비스의 로그에서[[ {trackingId} 및]] 이 요청의 하위 호출(CPAPI_…_0, OCIROUTER_…_0)을 검색하십시오. 번호 목록은 통화 서버가 만들며, 로그 줄 사이의 간격이 벌어진 곳에서 시간이 걸린 것입니다.',
          },
          'zh-CN': {
            nextStep:
              '请在所有服务的日志中搜索[[ {trackingId} 及]]此请求的子调用（CPAPI_…_0、OCIROUTER_…_0）：号码列表由呼叫服务器汇集，两行日志之间间隔较大的地方就是耗时之处。',
          },
          'zh-TW': {
            nextStep:
              '請在所有服務的記錄中搜尋[[ {trackingId} 及]]這個要求的子呼叫（CPAPI_…_0、OCIROUTER_…_0）：號碼清單由通話伺服器彙集，兩行記錄之間間隔較大的地方就是耗時之處。',
          },
        },
      },
    ],
    services: {
      controlHub: {
        title: 'Control Hub',
        prefixes: ['ATLAS'],
      },
      userHub: {
        title: 'User Hub',
        prefixes: ['UserHub'],
      },
      gateway: {
        title: {
          en: 'Gateway',
          fr: 'Passerelle',
          ja: 'ゲートウェイ',
          ko: '게이트웨이',
          'zh-CN': '网关',
          'zh-TW': '閘道',
        },
        prefixes: ['ROUTERGW', 'ROUTER'],
      },
      cpapi: {
        title: {
          en: 'Provisioning API (CPAPI)',
          fr: 'API de provisionnement (CPAPI)',
          ja: 'プロビジョニング API（CPAPI）',
          ko: '프로비저닝 API(CPAPI)',
          'zh-CN': '配置 API（CPAPI）',
          'zh-TW': '佈建 API（CPAPI）',
        },
        prefixes: ['CPAPI'],
      },
      ociRouter: {
        title: {
          en: 'OCI router',
          fr: 'Routeur OCI',
          ja: 'OCI ルーター',
          ko: 'OCI 라우터',
          'zh-CN': 'OCI 路由器',
          'zh-TW': 'OCI 路由器',
        },
        prefixes: ['OCIROUTER'],
      },
      wxcas: {
        title: {
          en: 'Call server (WXCAS)',
          fr: 'Serveur d’appels (WXCAS)',
          ja: '通話サーバー（WXCAS）',
          ko: '통화 서버(WXCAS)',
          'zh-CN': '呼叫服务器（WXCAS）',
          'zh-TW': '通話伺服器（WXCAS）',
        },
      },
      recordingProvider: {
        title: {
          en: 'Recording provider',
          fr: 'Fournisseur d’enregistrement',
          ja: '録音事業者',
          ko: '녹음 업체',
          'zh-CN': '录音提供商',
          'zh-TW': '錄音供應商',
        },
      },
      batch: {
        title: {
          en: 'Batch service',
          fr: 'Service de traitement par lots',
          ja: 'バッチサービス',
          ko: '배치 서비스',
          'zh-CN': '批处理服务',
          'zh-TW': '批次服務',
        },
        prefixes: ['ADMINBATCHCLIENT'],
      },
      settings: {
        title: {
          en: 'Settings service',
          fr: 'Service de réglages',
          ja: '設定サービス',
          ko: '설정 서비스',
          'zh-CN': '设置服务',
          'zh-TW': '設定服務',
        },
      },
    },
    operations: [
      {
        id: 'voicemail-change',
        title: {
          en: 'Voicemail and fax settings are changed',
          fr: 'Modification de la messagerie vocale et du fax',
          ja: 'ボイスメールとファクスの設定変更',
          ko: '음성 메일 및 팩스 설정 변경',
          'zh-CN': '更改语音信箱和传真设置',
          'zh-TW': '變更語音信箱和傳真設定',
        },
        match: {
          methods: ['PATCH', 'PUT'],
          paths: ['/**/users/{id}/voicemail'],
        },
        hops: [
          {
            service: 'cpapi',
            call: [],
          },
          {
            service: 'ociRouter',
            call: [0],
          },
          {
            service: 'wxcas',
            call: [1],
          },
        ],
        fields: 'oci',
      },
      {
        id: 'voicemail-read',
        title: {
          en: 'Voicemail and fax settings are read',
          fr: 'Lecture de la messagerie vocale et du fax',
          ja: 'ボイスメールとファクスの設定の読み取り',
          ko: '음성 메일 및 팩스 설정 읽기',
          'zh-CN': '读取语音信箱和传真设置',
          'zh-TW': '讀取語音信箱和傳真設定',
        },
        match: {
          methods: ['GET'],
          paths: ['/**/users/{id}/voicemail'],
        },
        hops: [
          {
            service: 'cpapi',
            call: [],
          },
          {
            service: 'ociRouter',
            call: [0],
          },
          {
            service: 'wxcas',
            call: [1],
          },
        ],
        fields: 'oci',
      },
      {
        id: 'recording-change',
        title: {
          en: 'Call recording is changed',
          fr: 'Modification de l’enregistrement des appels',
          ja: '通話録音の変更',
          ko: '통화 녹음 변경',
          'zh-CN': '更改通话录音',
          'zh-TW': '變更通話錄音',
        },
        match: {
          methods: ['PATCH', 'PUT', 'POST'],
          paths: ['/**/users/{id}/features/callrecording'],
        },
        hops: [
          {
            service: 'cpapi',
            call: [],
          },
          {
            service: 'recordingProvider',
            call: [0],
          },
          {
            service: 'ociRouter',
            call: [1],
            optional: true,
          },
          {
            service: 'wxcas',
            call: [2],
            optional: true,
          },
        ],
      },
      {
        id: 'recording-read',
        title: {
          en: 'Call recording is read',
          fr: 'Lecture de l’enregistrement des appels',
          ja: '通話録音の読み取り',
          ko: '통화 녹음 읽기',
          'zh-CN': '读取通话录音',
          'zh-TW': '讀取通話錄音',
        },
        match: {
          methods: ['GET'],
          paths: ['/**/users/{id}/features/callrecording'],
        },
        hops: [
          {
            service: 'cpapi',
            call: [],
          },
          {
            service: 'ociRouter',
            call: [0],
          },
          {
            service: 'wxcas',
            call: [1],
          },
        ],
      },
      {
        id: 'location-numbers',
        title: {
          en: 'The numbers of a location are listed',
          fr: 'Liste des numéros d’un site',
          ja: '拠点の番号の一覧',
          ko: '위치의 번호 목록',
          'zh-CN': '列出位置的号码',
          'zh-TW': '列出位置的號碼',
        },
        match: {
          methods: ['GET'],
          paths: ['/**/locations/{id}/numbers', '/**/locations/{id}/numbers/**'],
        },
        hops: [
          {
            service: 'cpapi',
            call: [],
          },
          {
            service: 'ociRouter',
            call: [0],
          },
          {
            service: 'wxcas',
            call: [1],
          },
        ],
      },
      {
        id: 'feature-access',
        title: {
          en: 'The feature access of a user is read',
          fr: 'Lecture de l’accès aux fonctionnalités d’un utilisateur',
          ja: '利用者の機能アクセスの読み取り',
          ko: '사용자의 기능 액세스 읽기',
          'zh-CN': '读取用户的功能访问设置',
          'zh-TW': '讀取使用者的功能存取設定',
        },
        match: {
          methods: ['GET'],
          paths: ['/**/templates/configure/users/{id}'],
        },
        hops: [
          {
            service: 'settings',
            call: [],
          },
        ],
      },
      {
        id: 'jobs',
        title: {
          en: 'Jobs are listed',
          fr: 'Liste des tâches',
          ja: 'ジョブの一覧',
          ko: '작업 목록',
          'zh-CN': '列出作业',
          'zh-TW': '列出作業',
        },
        match: {
          methods: ['GET'],
          paths: ['/**/jobs', '/**/jobs/{id}'],
        },
        hops: [
          {
            service: 'batch',
            call: [],
          },
        ],
      },
    ],
    labels: {
      feature: {
        singleNumberReach: 'Single number reach',
        callForwarding: 'Call forwarding',
        callWaiting: 'Call waiting',
        doNotDisturb: 'Do not disturb',
        voicemail: 'Voicemail',
        voicemailFaxMessaging: 'Voicemail: fax messaging',
        voicemailEmailCopy: 'Voicemail: e-mail copy',
        voicemailNotifications: 'Voicemail: notifications',
        voicemailMessageStorage: 'Voicemail: message storage',
        voicemailTransferNumber: 'Voicemail: transfer number',
        voicemailDownload: 'Voicemail: download',
        sendCallsToVoicemail: 'Send calls to voicemail',
        simultaneousRing: 'Simultaneous ring',
        sequentialRing: 'Sequential ring',
        priorityAlert: 'Priority alert',
        callNotify: 'Call notify',
        selectivelyAcceptCalls: 'Selectively accept calls',
        selectivelyRejectCalls: 'Selectively reject calls',
        selectivelyForwardCalls: 'Selectively forward calls',
        anonymousCallRejection: 'Anonymous call rejection',
        blockCallerId: 'Block caller ID',
        connectedLineIdentity: 'Connected line identity',
        bargeIn: 'Barge-in',
        hoteling: 'Hoteling',
        executive: 'Executive and assistant',
        generateActivationCode: 'Generate activation code',
        speedDial: 'Speed dial',
      },
      oci: {
        '/enabled': 'UserVoiceMessagingUserModifyVoiceManagementRequest.isActive',
        '/messageStorage/storageType': 'UserVoiceMessagingUserModifyVoiceManagementRequest.processing',
        '/messageStorage/externalEmail':
          'UserVoiceMessagingUserModifyVoiceManagementRequest.voiceMessageDeliveryEmailAddress',
        '/messageStorage/mwiEnabled':
          'UserVoiceMessagingUserModifyVoiceManagementRequest.usePhoneMessageWaitingIndicator',
        '/notifications/enabled':
          'UserVoiceMessagingUserModifyVoiceManagementRequest.sendVoiceMessageNotifyEmail',
        '/notifications/destination':
          'UserVoiceMessagingUserModifyVoiceManagementRequest.voiceMessageNotifyEmailAddress',
        '/emailCopyOfMessage/enabled':
          'UserVoiceMessagingUserModifyVoiceManagementRequest.sendCarbonCopyVoiceMessage',
        '/emailCopyOfMessage/emailId':
          'UserVoiceMessagingUserModifyVoiceManagementRequest.voiceMessageCarbonCopyEmailAddress',
        '/transferToNumber/enabled':
          'UserVoiceMessagingUserModifyVoiceManagementRequest.transferOnZeroToPhoneNumber',
        '/transferToNumber/destination':
          'UserVoiceMessagingUserModifyVoiceManagementRequest.transferPhoneNumber',
        '/sendAllCalls/enabled':
          'UserVoiceMessagingUserModifyVoiceManagementRequest.alwaysRedirectToVoiceMail',
        '/sendBusyCalls/enabled':
          'UserVoiceMessagingUserModifyVoiceManagementRequest.busyRedirectToVoiceMail',
        '/sendUnansweredCalls/enabled':
          'UserVoiceMessagingUserModifyVoiceManagementRequest.noAnswerRedirectToVoiceMail',
        '/sendBusyCalls/greeting': 'UserVoiceMessagingUserModifyGreetingRequest20.busyAnnouncementSelection',
        '/sendUnansweredCalls/greeting':
          'UserVoiceMessagingUserModifyGreetingRequest20.noAnswerAnnouncementSelection',
        '/sendUnansweredCalls/maxRings':
          'UserVoiceMessagingUserModifyGreetingRequest20.noAnswerNumberOfRings',
        '/faxMessage/enabled': 'UserFaxMessagingModifyRequest.isActive',
        '/faxMessage/phoneNumber': 'UserFaxMessagingModifyRequest.phoneNumber',
        '/faxMessage/extension': 'UserFaxMessagingModifyRequest.extension',
      },
      licenceCode: {
        '400000': {
          en: 'licence not recognised',
          fr: 'licence non reconnue',
          ja: 'ライセンスを認識できません',
          ko: '인식되지 않는 라이선스',
          'zh-CN': '无法识别的许可证',
          'zh-TW': '無法辨識的授權',
        },
        '400112': {
          en: 'Professional cannot become Standard',
          fr: 'Professional ne peut pas devenir Standard',
          ja: 'Professional から Standard へは変更できません',
          ko: 'Professional을 Standard로 바꿀 수 없음',
          'zh-CN': 'Professional 不能改为 Standard',
          'zh-TW': 'Professional 不能改為 Standard',
        },
        '400404': {
          en: 'Professional and Standard at once',
          fr: 'Professional et Standard à la fois',
          ja: 'Professional と Standard の同時指定',
          ko: 'Professional과 Standard를 동시에 지정',
          'zh-CN': '同时指定了 Professional 和 Standard',
          'zh-TW': '同時指定了 Professional 和 Standard',
        },
      },
    },
  },
  {
    schema: 1,
    id: 'general',
    version: '1.0.0',
    title: {
      en: 'Any product',
      fr: 'Tous les produits',
      ja: 'すべての製品',
      ko: '모든 제품',
      'zh-CN': '任何产品',
      'zh-TW': '任何產品',
    },
    findings: [
      {
        id: 'maintenance',
        refines: ['fail/http-5xx', 'fail/gateway-envoy', 'fail/gateway-timeout'],
        match: {
          status: [500, 600],
          where: [
            {
              in: 'error',
              at: '',
              matches: 'maintenance|temporarily (down|unavailable)',
            },
          ],
        },
        fixer: 'service-team',
        texts: {
          en: {
            nextStep:
              'Look at the service’s status page: it says that it is under maintenance. Try again when that is over.',
          },
          fr: {
            nextStep: 'Consultez la page d’état du service : il se dit en maintenance. Réessayez ensuite.',
          },
          ja: {
            nextStep:
              'サービスのステータスページを確認してください。メンテナンス中と示されています。終了後に再試行してください。',
          },
          ko: {
            nextStep:
              '서비스 상태 페이지를 확인하십시오. 유지 관리 중이라고 합니다. 끝난 뒤에 다시 시도하십시오.',
          },
          'zh-CN': {
            nextStep: '请查看服务的状态页面：它表示正在维护。维护结束后再试。',
          },
          'zh-TW': {
            nextStep: '請查看服務的狀態頁面：它表示正在維護。維護結束後再試。',
          },
        },
      },
      {
        id: 'account-locked',
        refines: ['fail/http-4xx', 'auth/unauthorized', 'permission/licence'],
        match: {
          status: [400, 500],
          where: [
            {
              in: 'error',
              at: '',
              matches:
                '(account|user|tenant|organi[sz]ation|subscription)[^.]{0,40}(locked|suspended|deactivated|disabled|expired)',
            },
          ],
        },
        fixer: 'customer-administrator',
        texts: {
          en: {
            nextStep:
              'Check the account in the administration portal: it is locked, suspended or expired. Signing in again does not help.',
          },
          fr: {
            nextStep:
              'Vérifiez le compte dans le portail d’administration : il est verrouillé, suspendu ou expiré. Se reconnecter n’y change rien.',
          },
          ja: {
            nextStep:
              '管理ポータルでアカウントを確認してください。ロック、停止、または期限切れです。サインインし直しても解決しません。',
          },
          ko: {
            nextStep:
              '관리 포털에서 계정을 확인하십시오. 잠겼거나 정지되었거나 만료되었습니다. 다시 로그인해도 해결되지 않습니다.',
          },
          'zh-CN': {
            nextStep: '请在管理门户中检查该账户：它已被锁定、停用或过期。重新登录没有帮助。',
          },
          'zh-TW': {
            nextStep: '請在管理入口網站中檢查該帳號：它已被鎖定、停用或過期。重新登入沒有幫助。',
          },
        },
      },
      {
        id: 'quota-used-up',
        refines: ['fail/http-4xx', 'auth/unauthorized'],
        match: {
          status: [400, 500],
          where: [
            {
              in: 'error',
              at: '',
              matches:
                'quota|(limit|maximum)[^.]{0,40}(exceeded|reached)|too many (users|items|licen[cs]es|devices)',
            },
          ],
        },
        fixer: 'customer-administrator',
        texts: {
          en: {
            nextStep:
              'Find out which quota is used up, and free some of it or have it raised. Repeating the request does not help.',
          },
          fr: {
            nextStep:
              'Trouvez quel quota est épuisé, puis libérez-en une partie ou faites-le augmenter. Répéter la requête n’y change rien.',
          },
          ja: {
            nextStep:
              'どの上限に達しているかを調べ、空きを作るか引き上げを依頼してください。リクエストを繰り返しても解決しません。',
          },
          ko: {
            nextStep:
              '어떤 한도가 소진되었는지 확인하고, 일부를 비우거나 늘리십시오. 요청을 반복해도 해결되지 않습니다.',
          },
          'zh-CN': {
            nextStep: '请查明哪项配额已用尽，释放一部分或申请提高。重复请求没有帮助。',
          },
          'zh-TW': {
            nextStep: '請查明哪項配額已用盡，釋放一部分或申請提高。重複要求沒有幫助。',
          },
        },
      },
      {
        id: 'signature-differs',
        refines: ['auth/unauthorized', 'fail/http-4xx'],
        match: {
          status: [400, 500],
          where: [
            {
              in: 'error',
              at: '',
              matches: 'SignatureDoesNotMatch|signature[^.]{0,40}(does not match|do not match|mismatch)',
            },
          ],
        },
        fixer: 'service-team',
        texts: {
          en: {
            explanation:
              'The store worked out another signature than the one that came along: what was signed was changed on the way, or signed with another key.',
            nextStep:
              'Compare method, address, Content-Type and the signed header fields with what was signed; look for a proxy that changes them, and for an old key.',
          },
          fr: {
            explanation:
              'Le stockage a calculé une autre signature que celle reçue : ce qui était signé a changé en chemin, ou a été signé avec une autre clé.',
            nextStep:
              'Comparez méthode, adresse, Content-Type et champs d’en-tête signés avec ce qui a été signé ; cherchez un proxy qui les modifie, et une ancienne clé.',
          },
          ja: {
            explanation:
              'ストレージが計算した署名が、送られてきた署名と異なります。署名後に内容が途中で変わったか、別の鍵で署名されています。',
            nextStep:
              'メソッド、アドレス、Content-Type、署名対象のヘッダーフィールドを署名時のものと比較し、それらを変えるプロキシや古い鍵がないか確認してください。',
          },
          ko: {
            explanation:
              '저장소가 계산한 서명이 함께 온 서명과 다릅니다. 서명된 내용이 도중에 바뀌었거나 다른 키로 서명되었습니다.',
            nextStep:
              '메서드, 주소, Content-Type, 서명된 헤더 필드를 서명한 내용과 비교하고, 이를 바꾸는 프록시나 오래된 키가 있는지 확인하십시오.',
          },
          'zh-CN': {
            explanation:
              '存储服务算出的签名与随请求而来的签名不同：被签名的内容在途中被改动，或者用了另一把密钥签名。',
            nextStep:
              '请将方法、地址、Content-Type 和已签名的标头字段与签名时的内容比较，并查看是否有代理改动了它们，或使用了旧密钥。',
          },
          'zh-TW': {
            explanation:
              '儲存服務算出的簽章與隨要求而來的簽章不同：被簽署的內容在途中被改動，或用了另一把金鑰簽署。',
            nextStep:
              '請將方法、位址、Content-Type 和已簽署的標頭欄位與簽署時的內容比較，並查看是否有 Proxy 改動了它們，或使用了舊金鑰。',
          },
        },
      },
      {
        id: 'signing-key-unknown',
        refines: ['auth/unauthorized'],
        match: {
          status: [400, 500],
          where: [
            {
              in: 'error',
              at: '',
              matches:
                '(signing key|\\bkid\\b|jwks?)[^.]{0,60}(not found|unknown|no match|cannot be found|could not be found)|(unable|failed) to (find|get|retrieve)[^.]{0,40}(signing key|jwks?)|(invalid|bad) (token )?signature|signature (verification|validation) failed',
            },
          ],
        },
        fixer: 'service-team',
        texts: {
          en: {
            explanation:
              'The service cannot check the token’s signature: it does not know the key, as happens when the sign-in service has changed its keys.',
            nextStep:
              'Have the service read the sign-in service’s keys (JWKS) anew, and compare the token’s kid and issuer with them. Signing in again helps where the token is older than the change.',
          },
          fr: {
            explanation:
              'Le service ne peut pas vérifier la signature du jeton : il n’en connaît pas la clé, comme lorsque le service de connexion a changé ses clés.',
            nextStep:
              'Faites relire au service les clés du service de connexion (JWKS), et comparez-leur le kid et l’émetteur du jeton. Se reconnecter aide si le jeton date d’avant le changement.',
          },
          ja: {
            explanation:
              'サービスがトークンの署名を検証できません。サインインサービスが鍵を替えたときのように、その鍵を知らないためです。',
            nextStep:
              'サービスにサインインサービスの鍵（JWKS）を読み直させ、トークンの kid と発行者を比較してください。トークンが鍵の変更前のものなら、サインインし直すと解決します。',
          },
          ko: {
            explanation:
              '서비스가 토큰의 서명을 확인하지 못합니다. 로그인 서비스가 키를 바꾼 경우처럼 해당 키를 모르기 때문입니다.',
            nextStep:
              '서비스가 로그인 서비스의 키(JWKS)를 다시 읽게 하고 토큰의 kid와 발급자를 비교하십시오. 토큰이 키 변경 이전의 것이라면 다시 로그인하면 됩니다.',
          },
          'zh-CN': {
            explanation: '服务无法验证令牌的签名：它不认识该密钥，登录服务更换密钥后常会如此。',
            nextStep:
              '请让服务重新读取登录服务的密钥（JWKS），并与令牌的 kid 和签发者比较。如果令牌早于密钥更换，重新登录即可。',
          },
          'zh-TW': {
            explanation: '服務無法驗證權杖的簽章：它不認得該金鑰，登入服務更換金鑰後常會如此。',
            nextStep:
              '請讓服務重新讀取登入服務的金鑰（JWKS），並與權杖的 kid 和簽發者比較。如果權杖早於金鑰更換，重新登入即可。',
          },
        },
      },
      {
        id: 'http-on-an-https-port',
        refines: ['fail/http-4xx'],
        match: {
          status: [400, 500],
          where: [
            {
              in: 'error',
              at: '',
              matches:
                'plain HTTP request was sent to HTTPS port|sent an HTTP request to an HTTPS server|speaking plain HTTP to an SSL-enabled server port',
            },
          ],
        },
        fixer: 'service-team',
        texts: {
          en: {
            explanation: 'The address begins with http://, and the port takes https only.',
            nextStep: 'Change the link or the setting that names the address to https://.',
          },
          fr: {
            explanation: 'L’adresse commence par http://, alors que le port n’accepte que https.',
            nextStep: 'Remplacez par https:// dans le lien ou le réglage qui donne l’adresse.',
          },
          ja: {
            explanation: 'アドレスが http:// で始まっていますが、このポートは https だけを受け付けます。',
            nextStep: 'アドレスを指定しているリンクまたは設定を https:// に変更してください。',
          },
          ko: {
            explanation: '주소가 http://로 시작하지만 이 포트는 https만 받습니다.',
            nextStep: '주소를 지정하는 링크나 설정을 https://로 바꾸십시오.',
          },
          'zh-CN': {
            explanation: '地址以 http:// 开头，而该端口只接受 https。',
            nextStep: '请将给出该地址的链接或设置改为 https://。',
          },
          'zh-TW': {
            explanation: '位址以 http:// 開頭，而該連接埠只接受 https。',
            nextStep: '請將給出該位址的連結或設定改為 https://。',
          },
        },
      },
      {
        id: 'gateway-knows-no-route',
        refines: ['fail/http-4xx'],
        match: {
          status: [400, 500],
          where: [
            {
              in: 'error',
              at: '',
              matches: 'default backend - 404|no route matched with those values',
            },
          ],
        },
        fixer: 'service-team',
        texts: {
          en: {
            explanation:
              'The gateway knows no service for this host and path and answered itself; no service behind it saw the request.',
            nextStep:
              'Compare host and path with the gateway’s routes (Ingress, Kong): a route that is missing, a host that is misspelt, or a deploy that is not done.',
          },
          fr: {
            explanation:
              'La passerelle ne connaît aucun service pour cet hôte et ce chemin et a répondu elle-même ; aucun service derrière elle n’a vu la requête.',
            nextStep:
              'Comparez hôte et chemin aux routes de la passerelle (Ingress, Kong) : route absente, hôte mal écrit ou déploiement inachevé.',
          },
          ja: {
            explanation:
              'ゲートウェイにこのホストとパスを担当するサービスがなく、ゲートウェイ自体が応答しました。背後のサービスにはリクエストが届いていません。',
            nextStep:
              'ホストとパスをゲートウェイのルート（Ingress、Kong）と比較してください。ルートの不足、ホスト名の誤り、未完了のデプロイが考えられます。',
          },
          ko: {
            explanation:
              '게이트웨이가 이 호스트와 경로를 맡은 서비스를 몰라 직접 응답했습니다. 뒤에 있는 서비스는 요청을 받지 못했습니다.',
            nextStep:
              '호스트와 경로를 게이트웨이의 경로 설정(Ingress, Kong)과 비교하십시오. 빠진 경로, 잘못된 호스트 이름, 끝나지 않은 배포가 흔한 원인입니다.',
          },
          'zh-CN': {
            explanation: '网关找不到负责此主机和路径的服务，于是自行作答；其后的服务都没有收到该请求。',
            nextStep:
              '请将主机和路径与网关的路由（Ingress、Kong）比较：可能缺少路由、主机名写错，或部署尚未完成。',
          },
          'zh-TW': {
            explanation: '閘道找不到負責此主機和路徑的服務，於是自行回應；其後的服務都沒有收到這個要求。',
            nextStep:
              '請將主機和路徑與閘道的路由（Ingress、Kong）比較：可能缺少路由、主機名稱寫錯，或部署尚未完成。',
          },
        },
      },
      {
        id: 'status-page-trouble',
        severity: 'warning',
        class: 'strong',
        match: {
          hosts: ['*status*'],
          paths: ['/api/v2/status.json', '/api/v2/summary.json'],
          status: [200, 300],
          where: [
            {
              in: 'response',
              at: '/status/indicator',
              oneOf: ['minor', 'major', 'critical', 'maintenance'],
            },
          ],
        },
        extract: {
          said: {
            in: 'response',
            at: '/status/description',
          },
          indicator: {
            in: 'response',
            at: '/status/indicator',
          },
          product: {
            in: 'response',
            at: '/page/name',
          },
        },
        fixer: 'service-team',
        texts: {
          en: {
            verdict:
              'The status page[[ of {product}]] at {host} says that the service is in trouble ({indicator})[[: “{said}”]].',
            explanation:
              'The page that was captured asked for it itself. Failures at the same time are probably known already.',
            nextStep:
              'Read the incident on the status page, and compare its times and parts with the failures here.',
          },
          fr: {
            verdict:
              'La page d’état[[ de {product}]] sur {host} signale un incident ({indicator})[[ : « {said} »]].',
            explanation:
              'La page capturée l’a demandée elle-même. Les échecs survenus au même moment sont sans doute déjà connus.',
            nextStep:
              'Lisez l’incident sur la page d’état et comparez ses heures et composants avec les échecs relevés ici.',
          },
          ja: {
            verdict:
              '{host} のステータスページ[[（{product}）]]が障害を示しています（{indicator}）。[[「{said}」]]',
            explanation:
              '記録されたページ自身が問い合わせたものです。同じ時刻の失敗は、おそらく既に把握されています。',
            nextStep: 'ステータスページの障害情報を読み、時刻と対象をここでの失敗と比べてください。',
          },
          ko: {
            verdict:
              '{host}의 상태 페이지[[({product})]]에 장애가 표시되어 있습니다({indicator})[[: “{said}”]].',
            explanation:
              '캡처된 페이지가 직접 요청한 내용입니다. 같은 시각의 실패는 이미 알려져 있을 가능성이 큽니다.',
            nextStep: '상태 페이지의 장애 내용을 읽고 시각과 대상을 이 캡처의 실패와 비교하십시오.',
          },
          'zh-CN': {
            verdict: '{host} 的状态页面[[（{product}）]]显示服务异常（{indicator}）[[：“{said}”]]。',
            explanation: '这是抓包中的页面自己请求的。同一时间的失败很可能已为人所知。',
            nextStep: '请阅读状态页面上的事件，并将其时间和组件与此处的失败比较。',
          },
          'zh-TW': {
            verdict: '{host} 的狀態頁面[[（{product}）]]顯示服務異常（{indicator}）[[：「{said}」]]。',
            explanation: '這是擷取到的頁面自行要求的。同一時間的失敗很可能已為人所知。',
            nextStep: '請閱讀狀態頁面上的事件，並將其時間和元件與此處的失敗比較。',
          },
        },
      },
    ],
    sources: ['https://metastatuspage.com/api'],
  },
];
