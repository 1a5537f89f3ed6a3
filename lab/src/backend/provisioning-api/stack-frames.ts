/** Frames of the provisioning API's stack traces; the same code path has the same ones each time. */
const servlet = [
  'org.springframework.web.method.support.InvocableHandlerMethod.doInvoke(InvocableHandlerMethod.java:255)',
  'org.springframework.web.servlet.DispatcherServlet.doDispatch(DispatcherServlet.java:1089)',
  'jakarta.servlet.http.HttpServlet.service(HttpServlet.java:590)',
  'org.apache.catalina.core.ApplicationFilterChain.internalDoFilter(ApplicationFilterChain.java:205)',
  'com.example.tern.provisioning.filter.TrackingIdFilter.doFilter(TrackingIdFilter.java:48)',
  'org.apache.coyote.http11.Http11Processor.service(Http11Processor.java:391)',
  'java.base/java.lang.Thread.run(Thread.java:1583)',
];

export const recordingFrames = [
  'com.example.tern.provisioning.recording.RecordingProviderClient.createRecordingPoint(RecordingProviderClient.java:143)',
  'com.example.tern.provisioning.recording.CallRecordingService.enable(CallRecordingService.java:88)',
  'com.example.tern.provisioning.recording.CallRecordingController.patch(CallRecordingController.java:61)',
  ...servlet,
];

export const recordingCauseFrames = [
  'com.example.tern.http.JsonClient.failOn(JsonClient.java:210)',
  'com.example.tern.http.JsonClient.post(JsonClient.java:97)',
  'com.example.tern.provisioning.recording.RecordingProviderClient.createRecordingPoint(RecordingProviderClient.java:139)',
];

export const ociFrames = [
  'com.example.tern.provisioning.oci.OciRouterClient.send(OciRouterClient.java:118)',
  'com.example.tern.provisioning.oci.OciRouterClient.execute(OciRouterClient.java:74)',
  'com.example.tern.provisioning.ProvisioningController.handle(ProvisioningController.java:52)',
  ...servlet,
];

export const socketFrames = [
  'java.base/sun.nio.ch.NioSocketImpl.timedRead(NioSocketImpl.java:278)',
  'java.base/java.net.Socket$SocketInputStream.read(Socket.java:1099)',
  'org.apache.hc.client5.http.impl.classic.InternalHttpClient.doExecute(InternalHttpClient.java:174)',
];
