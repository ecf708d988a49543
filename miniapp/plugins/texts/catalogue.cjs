const fs = require('node:fs');
const path = require('node:path');
const vm = require('node:vm');
const ts = require('typescript');

const root = path.resolve(__dirname, '../../src/i18n');

/** The one object that a file of the catalogue exports. */
const readSection = (file) => {
  const code = ts.transpileModule(fs.readFileSync(file, 'utf8'), { compilerOptions: { module: ts.ModuleKind.CommonJS } });
  const exported = {};
  vm.runInNewContext(code.outputText, { exports: exported });
  return Object.values(exported);
};

/** Every text of a language by its whole key: 'ui.retry' → '重试'. A section is called as its file is. */
exports.readCatalogue = (language) => {
  const folder = path.join(root, language);
  const texts = new Map();
  for (const name of fs.readdirSync(folder).filter((file) => file !== 'index.ts')) {
    const section = path.basename(name, '.ts');
    for (const values of readSection(path.join(folder, name))) {
      for (const [key, text] of Object.entries(values)) texts.set(`${section}.${key}`, text);
    }
  }
  return texts;
};

/**
 * The keys that a source file may ask for: those it names whole, and where it names a beginning (`mine.role-${role}`) all that
 * begin so.
 */
exports.keysNamedIn = (source, keys) => {
  const named = new Set();
  for (const [, key, end] of source.matchAll(/['"`]([a-zA-Z]+\.[\w-]*)(['"`]|\$\{)/g)) {
    if (end !== '${') {
      if (keys.has(key)) named.add(key);
    } else for (const one of keys) if (one.startsWith(key)) named.add(one);
  }
  return named;
};
