/**
 * How surprising a text is, in bits: a rough count of the guesses a reader of English, of identifiers
 * and of file names would need. Random characters surprise at every step, words seldom do.
 *
 * Shannon entropy of the characters alone cannot tell `customerAccountOverview` (3.6 bits a character) from
 * a random token of the same length (3.9), because a short text does not repeat itself much either way.
 * Pairs of neighbours can: nine of ten letter pairs in words are among the 190 common ones, in random text
 * three of ten.
 */

/** Letter pairs that make up nine tenths of English text and program identifiers. Made by us, by frequency. */
const COMMON_PAIRS = new Set(
  (
    'th he in er an re on at en nd ti es or te of ed is it al ar st to nt ng se ha as ou io le ve co me de hi ri ro ' +
    'ic ne ea ra ce li ch ll be ma si om ur ca el ta la ns di fo ho pe ec pr no ct us ac ot il tr ly nc et ut ss so ' +
    'rs un lo wa ge ie wh ee wi em ad ol rt po we na ul ni ts mo ow pa im mi ai sh ir su id os iv ia am fi ci vi pl ' +
    'ig tu ev ld ry mp fe bl ab gh ty op wo sa ay ex ke fr oo av ag if ap gr od bo sp rd do uc bu ei ov by rm ep tt ' +
    'oc fa ef cu rn sc gi da yo cr cl du ga qu ue ff ba ey ls va um pp ua up lu go ht ru ug ds lt pi rc rr eg au ck ' +
    'ew mu br bi pt ak pu ui rg ib tl ny ki rk ys ob mm fu ph og ms ye ud mb ip ub oi rl gu dr hr cc tw ft wn nu af ' +
    'hu nn eo vo rv nf xp gn sm fl iz ok nl my gl aw ju oa eq sy sl ps jo lf nv je nk kn gs dy hy ze ks xt bs ik dd ' +
    'pt rp sk xi oe oy ws lv dl rf eu dg wr xa yi nm eb rb tm xc eh tc gy rn hn ez za zi lp js aj xm xl wf vg px'
  ).split(' '),
);

const UPPER = 1;
const LOWER = 2;
const DIGIT = 3;
const OTHER = 0;

function classOf(code: number): number {
  if (code >= 48 && code <= 57) return DIGIT;
  if (code >= 97 && code <= 122) return LOWER;
  if (code >= 65 && code <= 90) return UPPER;
  return OTHER;
}

/** Bits one step costs, by the kind of step. Fitted on the sample described at `looksRandom`. */
const BITS = {
  sameAgain: 1,
  commonPair: 1.5,
  rarePair: 6,
  newWord: 2,
  caseFlip: 5,
  digitAfterLetter: 3.5,
  letterAfterDigit: 5,
  digitAfterDigit: 2,
};

/**
 * Surprise of a text in bits, over its ASCII letters and digits; other characters part words and cost nothing.
 * Reads at most 256 characters: a longer text has long been decided.
 */
export function surpriseBits(text: string): number {
  let bits = 0;
  let before = OTHER;
  let beforeCode = 0;
  const end = Math.min(text.length, 256);
  for (let i = 0; i < end; i++) {
    const code = text.charCodeAt(i);
    const now = classOf(code);
    if (now === DIGIT) {
      bits +=
        before === DIGIT ? BITS.digitAfterDigit : before === OTHER ? BITS.newWord : BITS.digitAfterLetter;
    } else if (now !== OTHER) {
      if (before === OTHER) bits += BITS.newWord;
      else if (before === DIGIT) bits += BITS.letterAfterDigit;
      else {
        const pair = String.fromCharCode(beforeCode | 32, code | 32);
        if (code === beforeCode) bits += BITS.sameAgain;
        else if (before === LOWER && now === UPPER) bits += BITS.caseFlip;
        else bits += COMMON_PAIRS.has(pair) ? BITS.commonPair : BITS.rarePair;
      }
    }
    before = now;
    beforeCode = code;
  }
  return bits;
}
