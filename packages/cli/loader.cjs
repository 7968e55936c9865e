// Runs the bundle with V8's code cache: reading and compiling a megabyte of JavaScript takes longer than Node's own start.
// `build.mjs` copies this beside the bundle. The cache is written by the first run of a command, below cache/ there, and
// again by the first one of another Node. Where it cannot be written, all works without it.
const fs = require('node:fs');
const path = require('node:path');
const vm = require('node:vm');

/** @param {string} name - Of the command: `nodeport` or `validate`. */
function run(name) {
  const modules = new Map();
  const missing = [];
  // Each subcommand has its own: a cache holds the functions that ran when it was written.
  const subcommand = /^[a-z]+$/.test(process.argv[2] ?? '') ? process.argv[2] : 'other';
  const cache = path.join(__dirname, 'cache', `${name}-${subcommand}`);

  const load = (file) => {
    const known = modules.get(file);
    if (known) return known.exports;
    const filename = path.join(__dirname, file);
    // The bundle is ASCII.
    const source = `(function (exports, require, module, __filename) {${fs.readFileSync(filename, 'latin1')}\n})`;
    const script = new vm.Script(source, { filename, cachedData: readIfThere(path.join(cache, file)) });
    if (script.cachedDataRejected !== false) missing.push([file, script]);
    const module = { exports: {} };
    modules.set(file, module);
    const requireFrom = (id) => (id.startsWith('./') ? load(id.slice(2)) : require(id));
    script.runInThisContext()(module.exports, requireFrom, module, filename);
    return module.exports;
  };

  process.once('exit', () => {
    for (const [file, script] of missing) keep(path.join(cache, file), script.createCachedData());
  });
  load(`${name}.main.cjs`);
}

function readIfThere(file) {
  try {
    return fs.readFileSync(file);
  } catch {
    return undefined;
  }
}

/** Whole or not at all: another run may read it at the same time. */
function keep(file, data) {
  const unfinished = `${file}.${process.pid}`;
  try {
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(unfinished, data);
    fs.renameSync(unfinished, file);
  } catch {
    // A folder that belongs to another user, a full disk: the next run compiles again.
  }
}

module.exports = { run };
