// Runs the bundle with V8's code cache: reading and compiling a megabyte of JavaScript takes longer than Node's own start.
// `build.mjs` puts this into each command, with a call of `run` below it. The cache is written by the first run of a
// command, below cache/ there, and again by the first one of another Node or another build. Where it cannot be written, all
// works without it.
const fs = require('node:fs');
const path = require('node:path');
const vm = require('node:vm');

/**
 * @param {string} name - Of the command: `nodeport` or `validate`.
 * @param {{build: string, subcommands: string[]}} bundle - `build` names what was built: of a source V8 compares no more
 *   than the length.
 */
function run(name, { build, subcommands }) {
  const modules = new Map();
  const missing = [];
  // Each subcommand has its own: a cache holds the functions that ran when it was written.
  const subcommand = subcommands.includes(process.argv[2]) ? process.argv[2] : 'other';
  const cache = path.join(
    __dirname,
    'cache',
    `${process.version}-${process.arch}-${build}`,
    `${name}-${subcommand}`,
  );

  // The bundle is ASCII, and each of its files is a function, or several by their names.
  const compile = (file) => {
    const filename = path.join(__dirname, file);
    const source = fs.readFileSync(filename, 'latin1');
    const script = new vm.Script(source, { filename, cachedData: readIfWhole(path.join(cache, file)) });
    if (script.cachedDataRejected !== false) missing.push([file, script]);
    return script.runInThisContext();
  };

  const main = compile(`${name}.main.cjs`);
  const load = (file) => {
    const known = modules.get(file);
    if (known) return known.exports;
    const module = { exports: {} };
    modules.set(file, module);
    const requireFrom = (id) => (id.startsWith('./') ? load(id.slice(2)) : require(id));
    (main[file] ?? compile(file))(module.exports, requireFrom, module, path.join(__dirname, file));
    return module.exports;
  };

  process.once('exit', () => {
    for (const [file, script] of missing) keep(path.join(cache, file), script.createCachedData());
  });
  load(`${name}.main.cjs`);
}

// V8 trusts a cache: a damaged one ends the process. So it is kept twice, and both have to be the same.
// Nothing that Node has is faster: to load zlib for its checksum takes 2 ms.

/** @returns {Buffer | undefined} */
function readIfWhole(file) {
  try {
    const both = fs.readFileSync(file);
    const half = both.length / 2;
    return both.compare(both, half, both.length, 0, half) === 0 ? both.subarray(0, half) : undefined;
  } catch {
    return undefined;
  }
}

/** Whole or not at all: another run may read it at the same time. */
function keep(file, data) {
  const unfinished = `${file}.${process.pid}-${Math.random().toString(36).slice(2)}`;
  try {
    fs.mkdirSync(path.dirname(file), { recursive: true });
    try {
      fs.writeFileSync(unfinished, Buffer.concat([data, data]), { flag: 'wx' });
      fs.renameSync(unfinished, file);
    } catch {
      fs.rmSync(unfinished, { force: true });
    }
  } catch {
    // A folder that belongs to another user, a full disk: the next run compiles again.
  }
}

module.exports = { run }; // For the eyes of tools: nobody requires this file.
