// ahd.js - starts the modules that a page asks for, each on its element:
//     <section data-with="timeline">…   →   timeline.js: start(section)
// Every page is whole without them. Another module is a file beside this one
// that exports `start`, and a line of assets.inc.
export function begin(root) {
  for (const element of root.querySelectorAll('[data-with]')) {
    for (const name of element.dataset.with.split(' ')) {
      import(`./${name}.js`).then((module) => module.start(element));
    }
  }
}

begin(document);
