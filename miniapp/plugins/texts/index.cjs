const path = require('node:path');
const { keysNamedIn, readCatalogue } = require('./catalogue.cjs');

const src = path.resolve(__dirname, '../../src');
const catalogues = path.join(src, 'i18n/catalogues');

/**
 * Gives every module of the app the texts that it names, so that a page is loaded with its own texts and without those of
 * other pages, on the web and in each subpackage of the mini-program. English is fetched later on the web and is part of a
 * mini-program. With `whole` the whole catalogue is there instead, so that a changed text shows at once while developing.
 */
module.exports = ({ types: t }, { languages, whole }) => {
  const texts = whole ? new Map() : new Map(languages.map((language) => [language, readCatalogue(language)]));
  const keys = new Set(texts.get('zh-CN')?.keys());
  const isOurs = (file) =>
    file.startsWith(src + path.sep) && !file.startsWith(catalogues) && !/[\\/]i18n[\\/](zh-CN|en)[\\/]/.test(file);
  const load = (specifiers, file) => t.importDeclaration(specifiers, t.stringLiteral(file));
  const given = (language, named) =>
    t.objectExpression([...named].map((key) => t.objectProperty(t.stringLiteral(key), t.stringLiteral(texts.get(language).get(key)))));
  return {
    name: 'texts',
    visitor: {
      Program: {
        enter(program, { file, filename }) {
          if (filename === undefined || !isOurs(filename)) return;
          if (whole) {
            if (filename === path.join(src, 'app.tsx')) program.unshiftContainer('body', load([], path.join(src, 'i18n/every-text')));
            return;
          }
          const named = keysNamedIn(file.code, keys);
          if (named.size === 0) return;
          const add = program.scope.generateUidIdentifier('addTexts');
          const declaration = load([t.importSpecifier(add, t.identifier('addTexts'))], catalogues);
          const calls = languages.map((language) =>
            t.expressionStatement(t.callExpression(add, [t.stringLiteral(language), given(language, named)])),
          );
          program.unshiftContainer('body', [declaration, ...calls]);
        },
      },
    },
  };
};
