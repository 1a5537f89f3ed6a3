import { parameterPlaces } from '../name-place.ts';
import type { NameRow } from '../name-row.ts';

const HTML = 'https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#autofill';

/** What people remember, carry or read off a device. */
export const passwordNames: readonly NameRow[] = [
  {
    rule: 'name/password',
    kind: 'password',
    guard: 'any',
    // In the languages of the portals we have seen, too.
    ends:
      'password, pass word, passwd, pwd, pswd, passwrd, passphrase, pass phrase, passcode, pass code, userpass, user pass, login pass, ' +
      'db pass, admin pass, smtp pass, ftp pass, mail pass, root pass, auth pass, new pass, old pass, ldap pass, ssh pass, become pass, sudo pass, sip pass, vpn pass, wifi pass, proxy pass, imap pass, store pass, vault pass, wlan pass, mysql pass, redis pass, mongo pass, service pass, client pass, keystore pass, bind pass, http pass, default pass, initial pass, temp pass, auth pw, db pw, user pw, admin pw, root pw, login pw, vault pw, ' +
      'passwort, kennwort, contrasena, contrasenya, mot de passe, motdepasse, senha, wachtwoord, salasana, ' +
      'losenord, adgangskode, haslo, heslo, parola, pword, pass wd, ' +
      'пароль, парол, 密码, 密碼, 口令, パスワード, 비밀번호, 암호, κωδικος, סיסמה, كلمة المرور, รหัสผ่าน, mật khẩu, şifre, lozinka, salasõna',
    whole: 'pw, psw, passw, mdp, clave, j password, unlock code',
    source: HTML,
  },
  {
    rule: 'name/pass',
    kind: 'password',
    guard: 'any',
    ends: '',
    // In JSON `pass` mostly counts tests; there it must be text (see `numbersStay`).
    whole: 'pass, user pwd, upass, upwd',
    places: [...parameterPlaces, 'json', 'xml-element', 'xml-attribute'],
    numbersStay: true,
    minLength: 3,
    source: HTML,
  },
  {
    rule: 'name/password-box',
    kind: 'password',
    guard: 'any',
    // Fields are called by their boxes in forms; in JSON a box is a piece of a page.
    ends: 'password text box, password textbox, password box, password input, pwd text box, pwd textbox, pwd box, pwd input',
    places: parameterPlaces,
    source: 'https://learn.microsoft.com/dotnet/api/system.web.ui.webcontrols.textboxmode',
  },
  {
    rule: 'name/password-hash',
    kind: 'password-hash',
    guard: 'token',
    ends: 'password hash, pin hash, hashed password, password digest, pwd hash, pass hash, passwd hash, password md5, password sha1, password sha256, unicode pwd, user password hash',
    source: 'https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html',
  },
  {
    rule: 'name/security-answer',
    kind: 'security-answer',
    guard: 'any',
    ends: 'security answer, secret answer, challenge answer, recovery answer, security question answer',
    source:
      'https://cheatsheetseries.owasp.org/cheatsheets/Choosing_and_Using_Security_Questions_Cheat_Sheet.html',
  },
  {
    rule: 'name/pin',
    kind: 'pin',
    guard: 'digits',
    ends: 'pin, pin code, pincode, pin number, host key, host pin, voicemail pin, portal pin, meeting pin, access code, door code, unlock pin, 暗証番号',
    source: 'https://help.webex.com/article/nyc0ydd',
  },
  {
    rule: 'name/one-time-code',
    kind: 'one-time-code',
    guard: 'digits',
    ends:
      'otp, totp, hotp, otp code, totp code, one time code, one time password, one time passcode, onetimecode, mfa code, ' +
      '2fa code, tfa code, two factor code, second factor code, sms code, email code, verification code, verify code, ' +
      'login code, signin code, authenticator code, factor code, confirmation code, pass code answer, activation code, ' +
      'user code, reset code, otc, 验证码, 驗證碼, 認証コード, 인증번호',
    source: 'https://www.rfc-editor.org/rfc/rfc6238',
  },
  {
    rule: 'name/second-factor',
    kind: 'one-time-code',
    guard: 'digits',
    minLength: 6,
    ends: '',
    // Numbers under these names are durations and counts.
    whole: 'mfa, tfa, two factor, second factor, otp value',
    numbersStay: true,
    source: 'https://www.rfc-editor.org/rfc/rfc6238',
  },
  {
    rule: 'name/recovery-phrase',
    kind: 'recovery-code',
    guard: 'any',
    minLength: 24,
    ends: 'recovery phrase, seed phrase, mnemonic phrase, backup phrase',
    whole: 'mnemonic',
    source: 'https://github.com/bitcoin/bips/blob/master/bip-0039.mediawiki',
  },
  {
    rule: 'name/recovery-code',
    kind: 'recovery-code',
    guard: 'token',
    ends: 'recovery code, backup code, scratch code, recovery key, backup key, emergency code',
    source:
      'https://docs.github.com/en/authentication/securing-your-account-with-two-factor-authentication-2fa',
  },
  {
    rule: 'name/card-code',
    kind: 'card-code',
    guard: 'digits',
    ends: 'cvv, cvc, cvv2, cvc2, card code, card verification value, card verification code, card security code, security code, cc csc',
    source: HTML,
  },
  {
    rule: 'name/card-number',
    kind: 'card-number',
    guard: 'digits',
    minLength: 12,
    ends: 'card number, cc number, ccnum, ccnumber, card no, credit card, card num, card pan, debit card',
    whole: 'pan',
    source: HTML,
  },
];
