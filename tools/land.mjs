// land.mjs - the outline of the world that maps are drawn on:
//     node land.mjs OUT.svg      where node_modules has world-atlas
// Countries of Natural Earth at 1:110 million, in the Equal Earth projection of
// app/web/globe.h, as two paths of whole tenths, each relative to the last.
// Greys that can be seen through serve light and dark pages.
import { geoEqualEarth, geoPath } from 'd3-geo';
import { merge, mesh } from 'topojson-client';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const out = process.argv[2];
const here = createRequire(join(process.cwd(), 'land.mjs'));
const world = JSON.parse(readFileSync(here.resolve('world-atlas/countries-110m.json'), 'utf8'));
const countries = world.objects.countries;
// As in globe.h: 1000 wide, the middle of the world at 500, 243.4.
const projection = geoEqualEarth().scale(184.731).translate([500, 243.4]);

// Collects the lines of a shape and writes "M123 45l-6 7 8 9z" in tenths.
class Pen {
  constructor() { this.text = ''; this.line = []; }
  beginPath() {}
  moveTo(x, y) { this.flush(); this.line = [[x, y]]; }
  lineTo(x, y) { this.line.push([x, y]); }
  closePath() { this.flush('z'); }
  flush(end = '') {
    const points = this.line.map(([x, y]) => [Math.round(x * 10), Math.round(y * 10)])
      .filter(([x, y], i, all) => !i || x !== all[i - 1][0] || y !== all[i - 1][1]);
    this.line = [];
    if (points.length < 2) return;
    this.text += `M${points[0].join(' ')}l`;
    this.text += points.slice(1).map(([x, y], i) => `${x - points[i][0]} ${y - points[i][1]}`)
      .join(' ').replaceAll(' -', '-');
    this.text += end;
  }
}

function draw(shape) {
  const pen = new Pen();
  geoPath(projection, pen)(shape);
  pen.flush();
  return pen.text;
}

const land = draw(merge(world, countries.geometries));
const borders = draw(mesh(world, countries, (a, b) => a !== b));
writeFileSync(out, `<svg xmlns="http://www.w3.org/2000/svg" width="1000" height="487" viewBox="0 0 1000 487">` +
  `<g transform="scale(.1)"><path fill="#8a8674" fill-opacity=".28" d="${land}"/>` +
  `<path fill="none" stroke="#8a8674" stroke-opacity=".6" stroke-width=".5" stroke-linejoin="round" ` +
  `vector-effect="non-scaling-stroke" d="${borders}"/></g></svg>\n`);
