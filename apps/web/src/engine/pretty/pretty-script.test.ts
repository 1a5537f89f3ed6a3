import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { prettyScript } from './pretty-script.ts';

describe('JavaScript with lines', () => {
  it('puts each statement, declaration and member on a line of its own', () => {
    const packed =
      'var a=1,b=2;function f(x){if(x)return{a:1};else{g(x)}switch(x){case 1:h();break;default:k()}}a(),b()';
    expect(prettyScript(packed)).toBe(
      [
        'var a = 1,',
        '  b = 2;',
        'function f(x) {',
        '  if (x) return {a:1}; else {',
        '    g(x)',
        '  }',
        '  switch (x) {',
        '    case 1:',
        '      h();',
        '      break;',
        '    default:',
        '      k()',
        '  }',
        '}',
        'a(),',
        '  b()',
      ].join('\n'),
    );
  });

  it('leaves texts, templates, patterns and comments as they are', () => {
    const kept = ["'a{b;c'", `\`x;\${a{b}}\``, '/a;{b/g', '// a;b{', '/* {;} */'];
    for (const one of kept) expect(prettyScript(`f();g=1;${one}\n`)).toContain(one);
  });

  it('never makes a line of what must stay in one', () => {
    expect(prettyScript('for(var i=0,n=3;i<n;i++)f(i);-a+-b;i++')).toBe(
      'for (var i = 0, n = 3; i < n; i++) f(i);\n-a + -b;\ni++',
    );
  });

  it('changes not a sign, of scripts that are broken or cut as well', () => {
    const piece = fc.constantFrom(
      ...[
        '{',
        '}',
        '(',
        ')',
        ';',
        ',',
        'a',
        ' ',
        '\n',
        '=',
        '=>',
        '"',
        "'",
        '`',
        '${',
        '/',
        '//',
        '/*',
        '*/',
      ],
      ...[
        'function f(',
        'if(',
        'else',
        'return ',
        'class A',
        'case 1:',
        'switch(x){',
        '[',
        ']',
        ':',
        '?',
        '++',
        '<b>',
      ],
    );
    const signs = (text: string): string => text.replace(/\s+/g, '');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const script = pieces.join('');
        expect(signs(prettyScript(script))).toBe(signs(script));
      }),
      { numRuns: 500 },
    );
  });
});
