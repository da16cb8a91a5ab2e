// faces.mjs - the faces of type that the pages are set in:  node faces.mjs OUT
// Takes from each font of npm the characters that news in Arabic or English is
// written with, and writes OUT/*.woff2 and OUT/faces.css. All faces keep the
// same lines whether they are there or not, so nothing moves when one comes.
import subsetFont from 'subset-font';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const out = process.argv[2];
const here = createRequire(join(process.cwd(), 'faces.mjs'));

const arabic = ['U+60C', 'U+61B', 'U+61F', 'U+621-63A', 'U+640-655', 'U+660-66D', 'U+670-671',
  'U+67E', 'U+686', 'U+698', 'U+6A4', 'U+6A9', 'U+6AF', 'U+6C0-6C1', 'U+6CC', 'U+6D4',
  'U+6F0-6F9', 'U+200C-200F', 'U+AB', 'U+BB'];
const latin = ['U+20-7E', 'U+A0', 'U+A7', 'U+B7', 'U+C7', 'U+C9', 'U+D6', 'U+DC', 'U+E0-E2', 'U+E4',
  'U+E7-EB', 'U+EE-EF', 'U+F1', 'U+F3-F4', 'U+F6', 'U+FA-FC', 'U+2009', 'U+2013-2014',
  'U+2018-2019', 'U+201C-201D', 'U+2026'];
// Other letters of names are rare (Turkish, Polish, Arabic as scholars write it):
// files of their own, which come when a page has one.
const western = ['U+C0-C6', 'U+C8', 'U+CA-D5', 'U+D8-DB', 'U+DD-DF', 'U+E3', 'U+E5-E6', 'U+EC-ED', 'U+F0', 'U+F2', 'U+F5',
  'U+F8-F9', 'U+FD-FF', 'U+131', 'U+152-153', 'U+2BB-2BC'];
const further = ['U+100-130', 'U+132-151', 'U+154-17F', 'U+1C4-1DC', 'U+218-21B', 'U+2BD-2BF', 'U+1E0C-1E0F', 'U+1E24-1E2B',
  'U+1E62-1E63', 'U+1E6C-1E6F', 'U+1E92-1E97'];

// What stands in for a face, as wide as it on the average of a page of news.
const faces = [
  { name: 'naskh', range: arabic, weight: '400 700', lines: [118, 62], stand: [['DejaVu Sans', 94], ['Times New Roman', 104]],
    from: '@fontsource-variable/noto-naskh-arabic/files/noto-naskh-arabic-arabic-wght-normal.woff2' },
  { name: 'arabic', range: arabic, weight: '400 700', lines: [102, 55], stand: [['DejaVu Sans', 99], ['Tahoma', 100]],
    from: '@fontsource-variable/vazirmatn/files/vazirmatn-arabic-wght-normal.woff2' },
  { name: 'label-western', of: 'label', range: western, weight: '400 700', lines: [99, 32], stand: [],
    from: '@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2' },
  { name: 'serif-western', of: 'serif', range: western, weight: '400', lines: [102, 34], stand: [],
    from: '@fontsource/source-serif-4/files/source-serif-4-latin-400-normal.woff2' },
  { name: 'label-further', of: 'label', range: further, weight: '400 700', lines: [99, 32], stand: [],
    from: '@fontsource-variable/source-sans-3/files/source-sans-3-latin-ext-wght-normal.woff2' },
  { name: 'serif-further', of: 'serif', range: further, weight: '400', lines: [102, 34], stand: [],
    from: '@fontsource/source-serif-4/files/source-serif-4-latin-ext-400-normal.woff2' },
  { name: 'label', range: latin, weight: '400 700', lines: [99, 32], stand: [['DejaVu Sans', 83], ['Arial', 93]],
    from: '@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2' },
  { name: 'serif', range: latin, weight: '400', lines: [102, 34], stand: [['DejaVu Serif', 86], ['Georgia', 95]],
    from: '@fontsource/source-serif-4/files/source-serif-4-latin-400-normal.woff2' },
];

function characters(ranges) {
  let all = '';
  for (const range of ranges) {
    const [first, last] = range.slice(2).split('-').map((digits) => parseInt(digits, 16));
    for (let c = first; c <= (last ?? first); c++) all += String.fromCodePoint(c);
  }
  return all;
}

const lines = ([up, down]) =>
  `ascent-override: ${up}%; descent-override: ${down}%; line-gap-override: 0%;`;

function css(face) {
  const rules = [`@font-face { font-family: "Ahd ${face.of ?? face.name}"; src: url("${face.name}.woff2") format("woff2");
    font-weight: ${face.weight}; font-display: optional; ${lines(face.lines)}
    unicode-range: ${face.range.join(', ')}; }`];
  for (const [local, width] of face.stand)
    rules.push(`@font-face { font-family: "Ahd ${face.name} ${local}"; src: local("${local}");
    font-display: optional; size-adjust: ${width}%; ${lines(face.lines.map((part) => Math.round(part * 100 / width)))} }`);
  return rules.join('\n');
}

for (const face of faces) {
  const whole = readFileSync(here.resolve(face.from));
  const range = face.weight.split(' ').map(Number);
  const axes = range.length === 2 ? { variationAxes: { wght: { min: range[0], max: range[1] } } } : {};
  writeFileSync(join(out, `${face.name}.woff2`),
    await subsetFont(whole, characters(face.range), { targetFormat: 'woff2', ...axes }));
}
// Last, for the build takes the others to be there when this is.
writeFileSync(join(out, 'faces.css'), faces.map(css).join('\n') + '\n');
