import { escapeXml } from '../oci/xml.ts';

/** The form for name and password. `continueTo` is where the browser was going, a path of the identity provider. */
export function signInPage(continueTo: string, complaint?: string): string {
  const told = complaint === undefined ? '' : `<p role="alert">${escapeXml(complaint)}</p>`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Sign in – Tern</title>
<link rel="icon" href="data:,">
<style>
body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: #eef2f6; color: #17232f; font: 15px/1.5 system-ui, sans-serif }
main { width: 340px; padding: 36px 40px 40px; background: #fff; border: 1px solid #d9e0e7; border-radius: 10px; box-shadow: 0 8px 30px #1732 }
h1 { margin: 0 0 2px; font-size: 22px } p { margin: 0 0 22px; color: #5b6b7a } p[role=alert] { color: #b3261e }
label { display: block; margin: 0 0 14px; font-weight: 600; font-size: 13px }
input { box-sizing: border-box; width: 100%; margin-top: 5px; padding: 9px 11px; border: 1px solid #b9c5d0; border-radius: 6px; font: 15px system-ui, sans-serif }
button { width: 100%; margin-top: 8px; padding: 10px; border: 0; border-radius: 6px; background: #0b6e78; color: #fff; font: inherit; font-weight: 600; cursor: pointer }
.mark { width: 34px; height: 34px; margin-bottom: 14px; border-radius: 9px; background: linear-gradient(135deg, #0b6e78 55%, #58b7ae 55%) }
</style>
</head>
<body>
<main>
<div class="mark"></div>
<h1>Sign in</h1>
<p>with your Tern account</p>
${told}
<form method="post" action="/idb/login">
<input type="hidden" name="continue" value="${escapeXml(continueTo)}">
<label>E-mail address<input name="username" type="email" autocomplete="username" required></label>
<label>Password<input name="password" type="password" autocomplete="current-password" required></label>
<button>Sign in</button>
</form>
</main>
<script>document.documentElement.dataset.lab = 'sign-in';</script>
</body>
</html>
`;
}
