import type { CaptureGuides } from '../../../pages/capture/capture-book.ts';

export const captureGuides: CaptureGuides = {
  overview: {
    lead: '실패하는 단계만, 바로 앞 순간부터 기록하십시오. 짧은 캡처는 더 빨리 읽히고 비밀도 적게 담습니다.',
    rules: [
      '무언가를 설치할 수 있다면 `harrier record`나 Harrier 확장 프로그램이 이 모든 일을 합니다. 기록하고, 파일이 생기기 전에 자격 증명을 지우고, 무엇이 실패했는지 알려 줍니다. 아래 단계에는 브라우저만 있으면 됩니다.',
      '문제에 필요하지 않다면 확장 프로그램 없는 시크릿 창을 쓰십시오.',
      '페이지를 불러오기 전에 기록을 시작하고, 페이지가 바뀌어도 기록이 남게 하십시오.',
      '실패하는 단계를 한 번만 하십시오. 시간대를 포함한 시각과 본 내용을 적어 두십시오.',
      '멈추고 바로 내보내십시오. 브라우저는 큰 본문을 버립니다.',
      '누구에게든 주기 전에 `harrier sanitize`로 자격 증명을 지우십시오. 손으로 고치지 마십시오. 쉼표 하나만 틀려도 읽을 수 없게 됩니다.',
    ],
  },
  recorders: {
    chrome: {
      lead: 'Chrome은 가장 많이 기록합니다. 시작 주체, 우선순위, WebSocket 메시지와 모든 단계가 담깁니다.',
      steps: [
        '문제가 생기는 탭을 열고 `F12`를 누릅니다.',
        '**네트워크** 패널을 선택합니다.',
        '**로그 보존**을 선택합니다.',
        '기록 버튼이 빨간색인지 확인하고 목록을 비웁니다.',
        '문제를 재현합니다.',
        '내보내기 화살표를 눌러 HAR를 저장합니다.',
      ],
      traps: [
        '**로그 보존**이 꺼져 있으면 로그인 등으로 리디렉션될 때 그 앞의 기록이 모두 지워집니다.',
        '일반 내보내기에는 `Cookie`, `Set-Cookie`, `Authorization`이 빠집니다. 로그인 문제를 판단하려면 설정에서 **Allow to generate HAR with sensitive data**를 켜고 내보낸 뒤 Harrier로 정리하십시오. 만료와 방식은 남습니다.',
        '기록 전에 열려 있던 WebSocket은 메시지까지 모두 빠집니다. 먼저 페이지를 새로고침하십시오.',
        '팝업이나 새 탭에는 별도의 DevTools가 있습니다. **Auto-open DevTools for popups**를 켜십시오.',
        '이전 페이지의 본문과 아주 큰 본문은 내보낼 때 사라졌을 수 있습니다. 다음으로 넘어가기 전에 내보내십시오.',
        '한 시간 기록하면 수백 MB가 됩니다. Harrier로는 열리지만 메일로는 보낼 수 없습니다.',
        '이 내보내기에는 페이지의 정책이 거부한 것, 쿠키가 빠진 이유, 콘솔의 내용이 없습니다. `harrier record`와 Harrier 확장 프로그램은 이를 남깁니다.',
      ],
    },
    edge: {
      lead: 'Edge는 Chrome과 같은 구조이며 캡처도 같습니다.',
      steps: [
        '문제가 생기는 탭을 열고 `F12`를 누릅니다.',
        '**네트워크** 도구를 선택합니다.',
        '**Preserve log**를 선택합니다.',
        '기록 중인지 확인하고 목록을 비웁니다.',
        '문제를 재현합니다.',
        '내보내기 화살표를 눌러 HAR를 저장합니다.',
      ],
      traps: [
        'Chrome과 마찬가지로 일반 내보내기에는 `Cookie`, `Set-Cookie`, `Authorization`이 빠집니다.',
        'Internet Explorer 모드의 페이지는 기록되지 않습니다. 그때는 Fiddler를 쓰십시오.',
        '회사 정책으로 DevTools가 금지될 수 있습니다. 관리자에게 문의하거나 Fiddler를 쓰십시오.',
        '파일에는 Chrome과 같이 `WebInspector`라고 적힙니다. `User-Agent`로만 구별됩니다.',
        '이 내보내기에는 페이지의 정책이 거부한 것, 쿠키가 빠진 이유, 콘솔의 내용이 없습니다. `harrier record`와 Harrier 확장 프로그램은 이를 남깁니다.',
      ],
    },
    firefox: {
      lead: 'Firefox는 모든 내보내기에 자격 증명을 남깁니다. 공유하기 전에 정리하십시오.',
      steps: [
        '문제가 생기는 탭을 열고 `F12`를 누릅니다.',
        '**네트워크** 패널을 선택합니다.',
        '톱니바퀴를 누르고 **Persist Logs**를 선택합니다.',
        '페이지를 새로고침하고 문제를 재현합니다.',
        '톱니바퀴를 누르고 **Save All As HAR**를 선택합니다.',
      ],
      traps: [
        '자격 증명을 뺀 내보내기는 없습니다. 쿠키와 토큰이 언제나 들어 있습니다.',
        '약 1 MB를 넘는 응답 본문은 잘립니다. 필요하면 `about:config`에서 `devtools.netmonitor.responseBodyLimit`을 설정하십시오.',
        '전체 시간에 TLS가 두 번 들어갑니다. Harrier가 바로잡고 그 사실을 알립니다.',
        'WebSocket 메시지가 파일에서 빠질 수 있습니다. 그때는 Chrome을 쓰십시오.',
        'Harrier 확장 프로그램은 Firefox의 탭을 기록하고 파일이 생기기 전에 자격 증명을 지웁니다. 요청을 보내기 전의 단계가 없는 등 이 내보내기보다 담는 정보는 적습니다.',
      ],
    },
    safari: {
      lead: 'Safari의 개발자 도구는 켜야만 보입니다.',
      steps: [
        '설정의 **고급**에서 **Show features for web developers**를 선택합니다.',
        '문제가 생기는 탭을 열고 **Develop** 메뉴에서 **Show Web Inspector**를 선택합니다.',
        '**네트워크** 탭을 선택하고 **Preserve Log**를 켭니다.',
        '페이지를 새로고침하고 문제를 재현합니다.',
        '**Export**를 눌러 HAR를 저장합니다.',
      ],
      traps: [
        '여러 번 나오는 헤더 필드는 쉼표로 이어져 하나가 됩니다.',
        '크기와 시작 주체가 빠지는 경우가 많습니다.',
        'WebSocket 메시지는 파일에 없습니다.',
        'iPhone이나 iPad는 Mac에 연결하십시오. 그 페이지가 **Develop** 메뉴에 나옵니다.',
      ],
    },
    fiddler: {
      lead: 'Fiddler는 프록시입니다. DevTools가 없는 브라우저를 포함하여 컴퓨터의 모든 프로그램을 기록합니다.',
      steps: [
        'Fiddler Classic을 시작하고 다른 프로그램을 닫습니다.',
        '**Tools** > **Options** > **HTTPS**에서 **Decrypt HTTPS traffic**을 선택하고 인증서를 신뢰합니다.',
        '**Capture Traffic**이 **File** 메뉴에서 선택되어 있는지 확인하고 세션을 모두 지웁니다.',
        '문제를 재현한 뒤 **Capture Traffic**을 끕니다.',
        '**File** > **Save** > **All Sessions**를 선택하여 비밀번호가 있는 SAZ로 저장합니다.',
      ],
      traps: [
        '메일과 채팅을 비롯한 다른 프로그램도 기록합니다. 케이스와 관계없는 것은 지우십시오.',
        '인증서를 신뢰하면 암호화된 통신이 모두 열립니다. 끝나면 지우십시오.',
        '인증서를 고정한 프로그램은 실행 중에 실패합니다.',
        '연결이 Fiddler를 거치므로 단계가 달라지고 HTTP/2는 대개 HTTP/1.1이 됩니다.',
        'HAR보다 SAZ로 저장하십시오. 더 많이 남습니다. Harrier는 둘 다 엽니다.',
      ],
    },
  },
};
