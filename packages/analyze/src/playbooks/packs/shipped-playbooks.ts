// Written by shipped-playbooks.test.ts from the JSON files beside it: browsers and old Node import no JSON.
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
        id: 'feature-hidden',
        refines: ['permission/feature-no-access'],
        match: {
          paths: ['/**/templates/configure/users/{id}'],
        },
        fixer: 'customer-administrator',
        texts: {
          en: {
            explanation:
              'Calling feature access: {features|feature}.[[ Template “{template}”, level {level}.]][[ Rank {rank}.]][[ Changed at {modifiedAt}.]][[ Changed by {modifiedBy}.]] What is set for the user goes before what is set for the organisation. A hidden feature keeps working, but the user cannot change it in User Hub, on the phone or by feature access codes.',
            nextStep:
              'In Control Hub open the user’s Calling settings, then the organisation’s user feature access, and grant the feature at the level that hides it. The Webex app can take up to 12 hours to show it; signing out and in hurries it.',
          },
          fr: {
            explanation:
              'Accès aux fonctionnalités d’appel : {features|feature}.[[ Modèle « {template} », niveau {level}.]][[ Rang {rank}.]][[ Modifié le {modifiedAt}.]][[ Modifié par {modifiedBy}.]] Le réglage de l’utilisateur l’emporte sur celui de l’organisation. Une fonctionnalité masquée reste active, mais l’utilisateur ne peut pas la modifier dans User Hub, sur le téléphone ni par code d’accès.',
            nextStep:
              'Dans Control Hub, ouvrez les réglages d’appel de l’utilisateur, puis l’accès aux fonctionnalités de l’organisation, et accordez la fonctionnalité au niveau qui la masque. L’application Webex peut mettre jusqu’à 12 heures à l’afficher ; se reconnecter accélère les choses.',
          },
          ja: {
            explanation:
              '通話機能へのアクセス：{features|feature}。[[テンプレート「{template}」、レベル {level}。]][[ランク {rank}。]][[変更日時：{modifiedAt}。]][[変更者：{modifiedBy}。]]利用者の設定は組織の設定より優先されます。非表示の機能は動作し続けますが、利用者は User Hub、電話機、機能アクセスコードから変更できません。',
            nextStep:
              'Control Hub で利用者の通話設定、次に組織の機能アクセス設定を開き、非表示にしているレベルで許可してください。Webex アプリへの反映には最大 12 時間かかります。サインインし直すと早まります。',
          },
          ko: {
            explanation:
              '통화 기능 액세스: {features|feature}.[[ 템플릿 “{template}”, 수준 {level}.]][[ 순위: {rank}.]][[ 변경 시각: {modifiedAt}.]][[ 변경한 사람: {modifiedBy}.]] 사용자 설정이 조직 설정보다 우선합니다. 숨겨진 기능은 계속 작동하지만 사용자가 User Hub, 전화기, 기능 액세스 코드로 변경할 수 없습니다.',
            nextStep:
              'Control Hub에서 사용자의 통화 설정과 조직의 기능 액세스 설정을 차례로 열고, 숨기고 있는 수준에서 허용하십시오. Webex 앱에 나타나기까지 최대 12시간이 걸릴 수 있으며, 다시 로그인하면 빨라집니다.',
          },
          'zh-CN': {
            explanation:
              '通话功能访问：{features|feature}。[[模板“{template}”，级别 {level}。]][[序号 {rank}。]][[更改时间：{modifiedAt}。]][[更改者：{modifiedBy}。]]用户的设置优先于组织的设置。被隐藏的功能仍在运行，但用户无法在 User Hub、话机上或通过功能访问码更改它。',
            nextStep:
              '请在 Control Hub 中打开用户的通话设置，再打开组织的功能访问设置，并在隐藏它的级别上允许该功能。Webex 应用最多可能需要 12 小时才会显示；重新登录可加快。',
          },
          'zh-TW': {
            explanation:
              '通話功能存取：{features|feature}。[[範本「{template}」，層級 {level}。]][[順位 {rank}。]][[變更時間：{modifiedAt}。]][[變更者：{modifiedBy}。]]使用者的設定優先於組織的設定。被隱藏的功能仍在運作，但使用者無法在 User Hub、話機上或透過功能存取碼變更它。',
            nextStep:
              '請在 Control Hub 中開啟使用者的通話設定，再開啟組織的功能存取設定，並在隱藏它的層級上允許這項功能。Webex 應用程式最多可能需要 12 小時才會顯示；重新登入可加快。',
          },
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
              '通话录音由另一家公司[[（此处为 {party}）]]提供。配置服务（CPAPI）请求它登记该用户。[[其答复是“{vendorText}”。]][[“{ownText}”是 CPAPI 自己的话。]]',
            nextStep:
              '请检查在录音提供商处的账户：产品、许可证、是否接受服务条款，以及该用户所在位置使用哪家提供商。如需升级处理，请收集完整的错误文本、截图、步骤、时间、跟踪 ID[[ {trackingId}]] 以及日志中 CPAPI 的异常。',
          },
          'zh-TW': {
            explanation:
              '通話錄音由另一家公司[[（此處為 {party}）]]提供。佈建服務（CPAPI）請求它登記這位使用者。[[其答覆是「{vendorText}」。]][[「{ownText}」是 CPAPI 自己的話。]]',
            nextStep:
              '請檢查在錄音供應商處的帳戶：產品、授權、是否接受服務條款，以及該使用者所在位置使用哪家供應商。如需升級處理，請收集完整的錯誤文字、螢幕截圖、步驟、時間、追蹤 ID[[ {trackingId}]] 以及記錄中 CPAPI 的例外。',
          },
        },
      },
      {
        id: 'recording-terms',
        severity: 'warning',
        class: 'proven',
        match: {
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
            explanation: '浏览器以 false 发送了 {field|oci}，其后的所有服务都正确执行，无需搜索日志。',
          },
          'zh-TW': {
            explanation: '瀏覽器以 false 送出了 {field|oci}，其後的所有服務都正確執行，無需搜尋記錄。',
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
              'Search the logs of all services for[[ {trackingId} and]] its sub-calls (CPAPI_…_0, OCIROUTER_…_0, CPAPI_…_1): open each OCI document, compare each element with the JSON, and read the result of each command.',
          },
          fr: {
            explanation:
              '[[Suivez ces champs en chemin : {fields|oci}. ]]Le chemin est Control Hub → CPAPI → OCIROUTER → WXCAS. Un document OCI contient jusqu’à trois commandes ; l’une peut être refusée alors que le statut HTTP est 200.',
            nextStep:
              'Cherchez dans les journaux de tous les services[[ {trackingId} et]] ses sous-appels (CPAPI_…_0, OCIROUTER_…_0, CPAPI_…_1) : ouvrez chaque document OCI, comparez chaque élément au JSON et lisez le résultat de chaque commande.',
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
              '모든 서비스의 로그에서[[ {trackingId} 및]] 하위 호출(CPAPI_…_0, OCIROUTER_…_0, CPAPI_…_1)을 검색하고, 각 OCI 문서를 열어 요소를 JSON과 비교하고 명령별 결과를 확인하십시오.',
          },
          'zh-CN': {
            explanation:
              '[[请沿途追踪这些字段：{fields|oci}。]]路径为 Control Hub → CPAPI → OCIROUTER → WXCAS。一个 OCI 文档最多包含三个命令，即使 HTTP 状态为 200，其中之一也可能被拒绝。',
            nextStep:
              '请在所有服务的日志中搜索[[ {trackingId} 及]]其子调用（CPAPI_…_0、OCIROUTER_…_0、CPAPI_…_1）：打开每个 OCI 文档，将各元素与 JSON 比较，并查看每个命令的结果。',
          },
          'zh-TW': {
            explanation:
              '[[請沿途追蹤這些欄位：{fields|oci}。]]路徑為 Control Hub → CPAPI → OCIROUTER → WXCAS。一個 OCI 文件最多包含三個命令，即使 HTTP 狀態為 200，其中之一也可能遭到拒絕。',
            nextStep:
              '請在所有服務的記錄中搜尋[[ {trackingId} 及]]其子呼叫（CPAPI_…_0、OCIROUTER_…_0、CPAPI_…_1）：開啟每個 OCI 文件，將各元素與 JSON 比較，並查看每個命令的結果。',
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
              'Control Hub, Users, the user, Licences:[[ {code|licenceCode}.]][[ The feature needs {required}.]] A Standard or Basic licence lacks many calling features, and a Professional one cannot be turned into a Standard one in one step.',
          },
          fr: {
            nextStep:
              'Control Hub, Utilisateurs, l’utilisateur, Licences :[[ {code|licenceCode}.]][[ La fonctionnalité demande {required}.]] Une licence Standard ou Basic n’a pas beaucoup de fonctionnalités d’appel, et une licence Professional ne devient pas Standard en une seule étape.',
          },
          ja: {
            nextStep:
              'Control Hub のユーザー、該当の利用者、ライセンスを確認してください。[[{code|licenceCode}。]][[この機能には {required} が必要です。]]Standard や Basic には多くの通話機能が含まれず、Professional から Standard へ一度に変更することはできません。',
          },
          ko: {
            nextStep:
              'Control Hub의 사용자, 해당 사용자, 라이선스를 확인하십시오.[[ {code|licenceCode}.]][[ 필요한 라이선스: {required}.]] Standard나 Basic에는 많은 통화 기능이 없으며, Professional을 Standard로 한 번에 바꿀 수 없습니다.',
          },
          'zh-CN': {
            nextStep:
              '请查看 Control Hub 的用户、该用户、许可证。[[{code|licenceCode}。]][[该功能需要 {required}。]]Standard 或 Basic 许可证缺少许多通话功能，而 Professional 不能一步改为 Standard。',
          },
          'zh-TW': {
            nextStep:
              '請查看 Control Hub 的使用者、該使用者、授權。[[{code|licenceCode}。]][[這項功能需要 {required}。]]Standard 或 Basic 授權缺少許多通話功能，而 Professional 不能一步改為 Standard。',
          },
        },
      },
      {
        id: 'job-failed',
        refines: ['permission/job-failed'],
        match: {
          paths: ['/**/jobs', '/**/jobs/**'],
        },
        texts: {
          en: {
            explanation:
              'Control Hub hands bulk changes to a batch service; the change itself was answered with 2xx, and the job failed later.[[ Code {code|licenceCode}.]][[ {done} of {total} were done.]]',
            nextStep:
              'Open the job in Control Hub for the error of each item, and search the logs for[[ {trackingId} and]] ids that begin with ADMINBATCHCLIENT; the last counter is the item.',
          },
          fr: {
            explanation:
              'Control Hub confie les modifications en masse à un service de traitement par lots ; la demande a reçu 2xx, et la tâche a échoué ensuite.[[ Code {code|licenceCode}.]][[ Effectué : {done} sur {total}.]]',
            nextStep:
              'Ouvrez la tâche dans Control Hub pour voir l’erreur de chaque élément, et cherchez dans les journaux[[ {trackingId} et]] les identifiants qui commencent par ADMINBATCHCLIENT ; le dernier compteur est l’élément.',
          },
          ja: {
            explanation:
              'Control Hub は一括変更をバッチサービスに渡します。変更自体には 2xx が返り、ジョブは後で失敗しました。[[コード {code|licenceCode}。]][[{total} 件中 {done} 件が完了。]]',
            nextStep:
              'Control Hub でジョブを開いて項目ごとのエラーを確認し、ログで[[ {trackingId} と]] ADMINBATCHCLIENT で始まる ID を検索してください。最後の番号が項目を示します。',
          },
          ko: {
            explanation:
              'Control Hub는 일괄 변경을 배치 서비스에 넘깁니다. 변경 자체는 2xx로 응답되었고 작업은 나중에 실패했습니다.[[ 코드: {code|licenceCode}.]][[ 완료: {total}개 중 {done}개.]]',
            nextStep:
              'Control Hub에서 작업을 열어 항목별 오류를 확인하고, 로그에서[[ {trackingId} 및]] ADMINBATCHCLIENT로 시작하는 ID를 검색하십시오. 마지막 번호가 항목입니다.',
          },
          'zh-CN': {
            explanation:
              'Control Hub 将批量更改交给批处理服务；更改本身得到 2xx，而作业随后失败。[[代码 {code|licenceCode}。]][[已完成 {done}/{total}。]]',
            nextStep:
              '请在 Control Hub 中打开该作业查看每一项的错误，并在日志中搜索[[ {trackingId} 及]]以 ADMINBATCHCLIENT 开头的 ID；最后的计数即为该项。',
          },
          'zh-TW': {
            explanation:
              'Control Hub 將批次變更交給批次服務；變更本身得到 2xx，而作業隨後失敗。[[代碼 {code|licenceCode}。]][[已完成 {done}/{total}。]]',
            nextStep:
              '請在 Control Hub 中開啟該作業查看每一項的錯誤，並在記錄中搜尋[[ {trackingId} 及]]以 ADMINBATCHCLIENT 開頭的 ID；最後的計數即為該項。',
          },
        },
      },
      {
        id: 'numbers-slow',
        refines: ['slow/server', 'slow/wait-dominates', 'slow/wait-unexplained'],
        match: {
          paths: ['/**/locations/{id}/numbers', '/**/numbers'],
          methods: ['GET'],
        },
        fixer: 'service-team',
        texts: {
          en: {
            nextStep:
              'Search the logs of all services for[[ {trackingId} and]] its sub-calls (CPAPI_…_0, OCIROUTER_…_0): the list of numbers is put together by the call server, and the gap between two of its lines is where the time went.',
          },
          fr: {
            nextStep:
              'Cherchez dans les journaux de tous les services[[ {trackingId} et]] ses sous-appels (CPAPI_…_0, OCIROUTER_…_0) : la liste des numéros est établie par le serveur d’appels, et l’écart entre deux lignes montre où le temps est passé.',
          },
          ja: {
            nextStep:
              'すべてのサービスのログで[[ {trackingId} と]]その下位呼び出し（CPAPI_…_0、OCIROUTER_…_0）を検索してください。番号の一覧は通話サーバーが作成しており、行の間隔が空いたところで時間がかかっています。',
          },
          ko: {
            nextStep:
              '모든 서비스의 로그에서[[ {trackingId} 및]] 하위 호출(CPAPI_…_0, OCIROUTER_…_0)을 검색하십시오. 번호 목록은 통화 서버가 만들며, 줄 사이의 간격이 시간이 걸린 곳입니다.',
          },
          'zh-CN': {
            nextStep:
              '请在所有服务的日志中搜索[[ {trackingId} 及]]其子调用（CPAPI_…_0、OCIROUTER_…_0）：号码列表由呼叫服务器汇集，两行之间的间隔就是耗时之处。',
          },
          'zh-TW': {
            nextStep:
              '請在所有服務的記錄中搜尋[[ {trackingId} 及]]其子呼叫（CPAPI_…_0、OCIROUTER_…_0）：號碼清單由通話伺服器彙集，兩行之間的間隔就是耗時之處。',
          },
        },
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
        '400000': 'licence not recognised',
        '400112': 'Professional cannot become Standard',
        '400404': 'Professional and Standard at once',
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
              in: 'response',
              at: '/message',
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
        id: 'maintenance-in-errors',
        refines: ['fail/http-5xx', 'fail/gateway-envoy', 'fail/gateway-timeout'],
        match: {
          status: [500, 600],
          where: [
            {
              in: 'response',
              at: '/errors/*/*',
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
        id: 'maintenance-in-error',
        refines: ['fail/http-5xx', 'fail/gateway-envoy', 'fail/gateway-timeout'],
        match: {
          status: [500, 600],
          where: [
            {
              in: 'response',
              at: '/error/*',
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
        id: 'maintenance-in-detail',
        refines: ['fail/http-5xx', 'fail/gateway-envoy', 'fail/gateway-timeout'],
        match: {
          status: [500, 600],
          where: [
            {
              in: 'response',
              at: '/detail',
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
              in: 'response',
              at: '/message',
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
            nextStep: '請在管理入口網站中檢查該帳戶：它已被鎖定、停用或過期。重新登入沒有幫助。',
          },
        },
      },
      {
        id: 'account-locked-in-errors',
        refines: ['fail/http-4xx', 'auth/unauthorized', 'permission/licence'],
        match: {
          status: [400, 500],
          where: [
            {
              in: 'response',
              at: '/errors/*/*',
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
            nextStep: '請在管理入口網站中檢查該帳戶：它已被鎖定、停用或過期。重新登入沒有幫助。',
          },
        },
      },
      {
        id: 'account-locked-in-error',
        refines: ['fail/http-4xx', 'auth/unauthorized', 'permission/licence'],
        match: {
          status: [400, 500],
          where: [
            {
              in: 'response',
              at: '/error/*',
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
            nextStep: '請在管理入口網站中檢查該帳戶：它已被鎖定、停用或過期。重新登入沒有幫助。',
          },
        },
      },
      {
        id: 'account-locked-in-detail',
        refines: ['fail/http-4xx', 'auth/unauthorized', 'permission/licence'],
        match: {
          status: [400, 500],
          where: [
            {
              in: 'response',
              at: '/detail',
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
            nextStep: '請在管理入口網站中檢查該帳戶：它已被鎖定、停用或過期。重新登入沒有幫助。',
          },
        },
      },
      {
        id: 'quota-used-up',
        refines: ['fail/http-4xx', 'fail/rate-limited', 'auth/unauthorized'],
        match: {
          status: [400, 500],
          where: [
            {
              in: 'response',
              at: '/message',
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
        id: 'quota-used-up-in-errors',
        refines: ['fail/http-4xx', 'fail/rate-limited', 'auth/unauthorized'],
        match: {
          status: [400, 500],
          where: [
            {
              in: 'response',
              at: '/errors/*/*',
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
        id: 'quota-used-up-in-error',
        refines: ['fail/http-4xx', 'fail/rate-limited', 'auth/unauthorized'],
        match: {
          status: [400, 500],
          where: [
            {
              in: 'response',
              at: '/error/*',
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
        id: 'quota-used-up-in-detail',
        refines: ['fail/http-4xx', 'fail/rate-limited', 'auth/unauthorized'],
        match: {
          status: [400, 500],
          where: [
            {
              in: 'response',
              at: '/detail',
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
    ],
  },
];
