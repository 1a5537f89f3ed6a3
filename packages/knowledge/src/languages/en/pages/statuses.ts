import type { StatusWords } from '../../../pages/status/status-words.ts';

export const statuses: StatusWords = {
  overview:
    'The first digit says whose turn it is. Look at the first failure in time: later ones often only follow from it.',
  classes: {
    '1': 'Interim: the real response is still to come.',
    '2': 'The server received, understood and accepted it. The body may still report an error.',
    '3': 'The client has to go elsewhere, or already has the content.',
    '4': 'The server refuses this request. The same request will fail again, unless it came too early or too often.',
    '5': 'The server, or a gateway before it, failed. Search the logs for the tracking id.',
  },
  statuses: {
    '0': [
      'No response was recorded: the request was blocked, cancelled or broken off before one came.',
      'Read `_error` and the browser’s console: `net::ERR_…` names the layer that failed. CORS, an ad blocker or a lost network look alike here.',
    ],
    '100': [
      'The server wants the rest of the request.',
      'Nothing to do. If a large upload hangs before it, a proxy may not pass on `Expect: 100-continue`.',
    ],
    '101': [
      'The connection changes to another protocol, mostly WebSocket.',
      'This is success. What follows is in the messages of the connection, not in a body.',
    ],
    '102': [
      'The server has the request and is still working on it.',
      'Rare and out of use. Wait for the final status.',
    ],
    '103': [
      'Hints that let the browser load resources before the final response.',
      'Captures often leave it out. It explains requests that begin before their page has answered.',
    ],
    '104': [
      'The server can resume this upload if it breaks off.',
      'From a draft, and registered for a limited time only. Wait for the final status.',
    ],
    '200': [
      'It worked, and the result is in the body.',
      'Do not stop here when a user reports an error: many APIs report failures inside a `200`. Read the body.',
    ],
    '201': [
      'Something was created: at the address in `Location`, or without it at that of the request.',
      'If it cannot be found afterwards, follow the tracking id: storing or copying it may have failed later.',
    ],
    '202': [
      'The server accepted the job and will do it later.',
      'It may still fail. Find the request that asks for the state of the job.',
    ],
    '203': [
      'It worked, but a proxy changed the response on its way.',
      'Compare with a request that bypasses the proxy.',
    ],
    '204': [
      'It worked, and there is no body.',
      'An empty body is right here. The usual answer to a preflight, too.',
    ],
    '205': ['It worked; the client should clear its form.', 'Rare. Browsers ignore the request to clear.'],
    '206': [
      'Part of the content, as `Range` asked for.',
      'Normal for media and resumed downloads. `Content-Range` says which part it is.',
    ],
    '207': [
      'Several results in one body, each with its own status.',
      'The failure is inside: read the status of each part.',
    ],
    '208': ['WebDAV: this member was listed before.', 'Stands inside a `207` only.'],
    '226': [
      'The body is the content as transformed at the client’s wish (`A-IM`), mostly a difference to what it has.',
      'Hardly used. Suspect a misconfigured server.',
    ],
    '300': [
      'There are several versions, and the client should choose.',
      'Rare. Browsers do not choose on their own.',
    ],
    '301': [
      'Moved for good, to the address in `Location`.',
      'Browsers remember it, so a wrong one stays until the cache is cleared. `POST` may become `GET`.',
    ],
    '302': [
      'For now elsewhere, at the address in `Location`.',
      'An API call that is redirected to a sign-in page has lost its session. `POST` mostly becomes `GET`.',
    ],
    '303': [
      'The result is at the address in `Location`; fetch it with `GET`.',
      'Normal after a form. Look at the request that follows.',
    ],
    '304': [
      'Not changed: the client uses the copy that it has.',
      'No body is right. If the page looks outdated, check `ETag` and `Cache-Control`.',
    ],
    '305': [
      'Out of use: asked for a proxy.',
      'Browsers ignore it for security. Suspect a misconfigured server.',
    ],
    '306': ['Not in use; reserved.', 'Suspect a server that invents codes.'],
    '307': [
      'For now elsewhere; method and body stay the same.',
      'In Chrome, `Internal Redirect` means that the browser itself redirected, mostly from `http` to `https`. Nothing went to the network.',
    ],
    '308': [
      'Moved for good; method and body stay the same.',
      'Browsers remember it. Change the address that the client uses.',
    ],
    '400': [
      'The server cannot make sense of the request.',
      'Read the error text and compare the payload with one that works. A cookie that is too large can cause it, too.',
    ],
    '401': [
      'Credentials are missing, wrong or no longer valid.',
      'Read `WWW-Authenticate`, and check when the token expired. Sign in again; if that fails, compare the clocks.',
    ],
    '402': [
      'Payment, quota or a licence is missing. The standard only reserves this code; what it means is up to the service.',
      'Have the administrator check the subscription. The body says what is used up.',
    ],
    '403': [
      'The server understood the request and refuses it, whoever asks or because of who asks.',
      'Check roles, licences and scopes. If the body is HTML, a firewall or proxy may have refused, not the service.',
    ],
    '404': [
      'There is nothing at this address, or the client may not know of it.',
      'Check ids and the region in the URL. An object that was just created may not have been copied everywhere yet.',
    ],
    '405': [
      'The resource does not support this method.',
      'Read `Allow`. On `OPTIONS` it means that the server does not handle CORS preflights.',
    ],
    '406': [
      'The server has no form of the content that the client accepts.',
      'Compare `Accept`, `Accept-Encoding` and `Accept-Language` with a request that works.',
    ],
    '407': [
      'The proxy wants a sign-in.',
      'This is the customer’s network, not the service. Check the proxy’s credentials and its list of exceptions.',
    ],
    '408': [
      'The server grew tired of waiting for the request.',
      'A slow upload or an idle connection. Try again; look at the network if it stays.',
    ],
    '409': [
      'The request conflicts with the current state.',
      'Mostly something exists already, or somebody changed it meanwhile. Load it again and repeat the change.',
    ],
    '410': [
      'It was here and is gone for good.',
      'Do not repeat it. Links and integrations have to be updated.',
    ],
    '411': [
      'The server wants `Content-Length`.',
      'A client or proxy sent the body in chunks. Check the client’s settings.',
    ],
    '412': [
      'A condition such as `If-Match` is not met.',
      'Mostly somebody changed the resource meanwhile; with `If-None-Match: *`, it exists already. Load it again, then repeat.',
    ],
    '413': [
      'The body is larger than the server takes.',
      'Compare the size with the limit of the service and of each proxy before it.',
    ],
    '414': [
      'The URL is longer than the server takes.',
      'Mostly a redirect that grows in a loop, or a form sent with `GET`.',
    ],
    '415': [
      'The server does not understand this media type.',
      'Check `Content-Type` and `Content-Encoding` of the request.',
    ],
    '416': [
      'The asked-for part lies outside the content.',
      'The file changed during a resumed download. Load it from the start.',
    ],
    '417': [
      'The server cannot do what `Expect` asks.',
      'Mostly a proxy that does not know `100-continue`. Switch that off in the client.',
    ],
    '418': [
      'Reserved because of a joke: the server is a teapot.',
      'Some firewalls use it to turn robots away. Look at what makes the client look like one.',
    ],
    '421': [
      'The connection reached a server that does not serve this host.',
      'Over HTTP/2 the browser shared a connection between hosts. It repeats the request on a new one by itself.',
    ],
    '422': [
      'Well formed, but the content makes no sense to the service.',
      'The body says which field was refused. Compare it with one that works.',
    ],
    '423': ['The resource is locked.', 'Another person or job holds it. Wait, or release the lock.'],
    '424': [
      'It failed because another action before it failed.',
      'Find the first failure of the same batch.',
    ],
    '425': [
      'The server will not risk a request that might be replayed.',
      'The client has to repeat it after the TLS handshake. Browsers do so by themselves.',
    ],
    '426': [
      'The client has to use another protocol.',
      'Read `Upgrade`. A WebSocket request that lost its headers in a proxy gets this.',
    ],
    '428': [
      'The server accepts changes only with a condition such as `If-Match`.',
      'The client has to send the `ETag` that it read.',
    ],
    '429': [
      'Too many requests in too short a time.',
      'Wait as long as `Retry-After` says. Look for a loop in the page or a script that shares the quota.',
    ],
    '431': [
      'The header fields are too large, one of them or all together.',
      'Mostly cookies. Delete the site’s cookies and look for the one that grows.',
    ],
    '451': [
      'Access is refused for legal reasons.',
      'The body should say who demands it. Nothing technical will help.',
    ],
    '500': [
      'The service met an error that it did not expect.',
      'Search the logs for the tracking id: the cause is an exception there.',
    ],
    '501': [
      'The server does not know this method or function.',
      'Check the method and the version of the API.',
    ],
    '502': [
      'A gateway got a bad answer, or none, from the service behind it.',
      'Read the error text: it may quote the status of the service behind. Search the logs for the tracking id.',
    ],
    '503': [
      'The service cannot answer now: overload or maintenance.',
      'Look at the status page, and wait as long as `Retry-After` says.',
    ],
    '504': [
      'A gateway waited too long for the service behind it.',
      'The job may have been done all the same: check before you repeat it. Search the logs for the slow hop.',
    ],
    '505': [
      'The server does not support this version of HTTP.',
      'Mostly a broken client or proxy. Check the request line.',
    ],
    '506': ['The server’s content negotiation leads in a circle.', 'A fault in the server’s settings.'],
    '507': ['The server has no room to store it.', 'Have the operator free space or raise the quota.'],
    '508': [
      'WebDAV: the server stopped its work because it ran in a circle.',
      'Look for resources, or proxies, that point to each other.',
    ],
    '510': ['Out of use: the request lacks an extension.', 'Suspect a misconfigured server.'],
    '511': [
      'The network wants a sign-in before it lets you out.',
      'A captive portal, as in hotels. Open a page in the browser and sign in.',
    ],
    '419': [
      'The CSRF token of the form has expired.',
      'Load the page again and send the form anew. Check cookies if it stays.',
    ],
    '420': ['Too many requests; an old name for `429`.', 'Wait, then slow down.'],
    '430': [
      'The shop’s protection took the request for an attack.',
      'Slow down, and look for extensions or proxies that change requests.',
    ],
    '440': ['The session has expired.', 'Sign in again.'],
    '444': [
      'nginx closed the connection without an answer, on purpose.',
      'Clients see a broken connection; only the server’s log shows `444`. Look for the rule that refused it.',
    ],
    '449': [
      'The client has to add information and try again.',
      'Exchange ActiveSync sends it until the device has taken the current policy. Let the device fetch it, then try again.',
    ],
    '450': ['Windows parental controls blocked it.', 'Have the family settings of that computer checked.'],
    '460': [
      'The client closed the connection before the load balancer had an answer.',
      'The service is slower than the client’s timeout. Compare both.',
    ],
    '463': [
      '`X-Forwarded-For` holds more than 30 addresses.',
      'Look for proxies that pass the request in a circle.',
    ],
    '464': [
      'The protocols of client and target group do not fit.',
      'For example HTTP/1.1 to a target that takes gRPC only. Check the load balancer.',
    ],
    '494': [
      'The request header is too large for nginx.',
      'Mostly cookies. Delete the site’s cookies; clients see `400`.',
    ],
    '495': ['The client’s certificate is not valid.', 'Check its expiry and issuer; clients see `400`.'],
    '496': [
      'The client sent no certificate, and one is required.',
      'Choose the certificate in the browser; clients see `400`.',
    ],
    '497': ['Plain HTTP arrived at a port for HTTPS.', 'Write `https://` in the address; clients see `400`.'],
    '498': ['The token is not valid or has expired.', 'Get a new token.'],
    '499': [
      'The client closed the connection before nginx had an answer.',
      'Only logs show it. The service was too slow, or the person left the page.',
    ],
    '509': ['The site has used up its bandwidth.', 'The operator has to raise the limit.'],
    '520': [
      'The service behind Cloudflare gave an answer that makes no sense.',
      'Give the operator the value of `CF-RAY`. Often headers that are too large, or a crash.',
    ],
    '521': [
      'The service behind Cloudflare refuses connections.',
      'The server is down, or its firewall refuses Cloudflare’s addresses.',
    ],
    '522': [
      'Cloudflare could not connect to the service in time.',
      'Overload, a firewall or a wrong address behind Cloudflare.',
    ],
    '523': [
      'Cloudflare finds no way to the service.',
      'Mostly a wrong DNS record or a routing fault at the operator.',
    ],
    '524': [
      'Cloudflare was connected, but no answer came in time.',
      'The job takes longer than Cloudflare waits (100 to 120 seconds). It may have been done all the same.',
    ],
    '525': [
      'The TLS handshake between Cloudflare and the service failed.',
      'The operator has to check certificate and TLS versions.',
    ],
    '526': [
      'The certificate of the service behind Cloudflare is not valid.',
      'The operator has to renew it.',
    ],
    '527': [
      'Cloudflare’s Railgun lost its connection. Out of use.',
      'The operator should switch Railgun off.',
    ],
    '529': [
      'The service is overloaded.',
      'Wait and try again more slowly. Several APIs use it beside `503`.',
    ],
    '530': [
      'Cloudflare could not deliver it; the page says an error of 1000 or more.',
      'Read that number: it says the reason, often DNS.',
    ],
    '540': ['Shopify has switched this endpoint off for now.', 'Wait and try again.'],
    '561': [
      'The load balancer’s sign-in failed at the identity provider.',
      'Check the identity provider’s settings in the load balancer.',
    ],
    '598': [
      'A proxy waited too long for data. Not standardised.',
      'Find the proxy, and look at the service behind it.',
    ],
    '599': [
      'A proxy could not connect in time. Not standardised.',
      'Find the proxy, and check the way from there to the service.',
    ],
  },
};
