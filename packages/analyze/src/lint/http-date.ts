const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** The three forms of RFC 9110 §5.6.7: IMF-fixdate, RFC 850, asctime. */
const forms = [
  /^[A-Z][a-z]{2}, (?<day>\d{2}) (?<month>[A-Z][a-z]{2}) (?<year>\d{4}) (?<time>\d{2}:\d{2}:\d{2}) GMT$/,
  /^[A-Z][a-z]{5,8}, (?<day>\d{2})-(?<month>[A-Z][a-z]{2})-(?<year>\d{2}) (?<time>\d{2}:\d{2}:\d{2}) GMT$/,
  /^[A-Z][a-z]{2} (?<month>[A-Z][a-z]{2}) (?<day>[ \d]\d) (?<time>\d{2}:\d{2}:\d{2}) (?<year>\d{4})$/,
];

/** Whether a text is a date that HTTP knows and that exists. */
export function isHttpDate(text: string): boolean {
  const groups = forms.map((form) => form.exec(text.trim())?.groups).find((found) => found !== undefined);
  if (groups === undefined) return false;
  const month = months.indexOf(groups.month ?? '');
  const day = Number(groups.day);
  const [hours = 99, minutes = 99, seconds = 99] = (groups.time ?? '').split(':').map(Number);
  const year = (groups.year ?? '').length === 2 ? 2000 + Number(groups.year) : Number(groups.year);
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return month >= 0 && day >= 1 && day <= last && hours < 24 && minutes < 60 && seconds <= 60;
}
