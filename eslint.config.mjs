import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import ts from 'typescript-eslint';

const clockAndChance = [
  { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message: 'Pass the clock in.' },
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Pass the clock in.' },
  { selector: "MemberExpression[object.name='Math'][property.name='random']", message: 'Pass randomness in.' },
];

export default ts.config(
  { ignores: ['**/dist/', '**/node_modules/', '**/migrations/', 'data/', 'miniapp/config/', 'miniapp/plugins/', '**/*.cjs'] },
  js.configs.recommended,
  ...ts.configs.recommendedTypeChecked,
  {
    languageOptions: {
      globals: { ...globals.es2021 },
      parserOptions: { projectService: { allowDefaultProject: ['*.mjs'] }, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/require-await': 'off',
      eqeqeq: 'error',
    },
  },
  {
    files: ['**/*.mjs', '**/*.js'],
    ...ts.configs.disableTypeChecked,
    languageOptions: { ...ts.configs.disableTypeChecked.languageOptions, globals: globals.node },
  },
  {
    files: ['shared/src/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-syntax': ['error', ...clockAndChance],
      'no-restricted-imports': ['error', { patterns: ['node:*', '@tarojs/*', 'react', 'fastify', 'drizzle-orm', '**/server/**', '**/miniapp/**'] }],
      'no-restricted-globals': ['error', 'process', 'Buffer', 'window', 'document', 'wx', 'fetch', 'console', 'setTimeout'],
    },
  },
  {
    files: ['server/**/*.ts'],
    languageOptions: { globals: globals.node },
    rules: { 'no-restricted-imports': ['error', { patterns: ['@tarojs/*', '**/miniapp/src/**'] }] },
  },
  {
    files: ['server/src/**/*.ts'],
    ignores: ['server/src/config.ts', 'server/src/platform/clock.ts'],
    rules: {
      'no-restricted-syntax': ['error', ...clockAndChance, { selector: "MemberExpression[object.name='process'][property.name='env']", message: 'Only config.ts reads the environment.' }],
    },
  },
  {
    files: ['server/src/*/**/*.ts'],
    ignores: ['server/src/platform/store/**'],
    rules: {
      'no-restricted-imports': ['error', { patterns: ['@tarojs/*', 'drizzle-orm/pg-core', 'drizzle-orm/sqlite-core', 'better-sqlite3', 'pg'] }],
    },
  },
  {
    files: ['miniapp/src/**/*.{ts,tsx}', 'miniapp/tests/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    languageOptions: { globals: globals.browser },
    rules: {
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            { group: ['@bandeng/server', '**/server/src/**', 'typebox', 'node:*'], message: 'The mini-program imports types and pure rules of shared only.' },
            { group: ['**/schemas', '**/schemas.ts'], allowTypeImports: true, message: 'Schemas are types here.' },
          ],
        },
      ],
    },
  },
  {
    files: ['miniapp/tests/**/*.{ts,tsx}'],
    rules: {
      'no-restricted-imports': ['error', { patterns: ['@bandeng/server', '**/server/src/**', 'typebox', '**/schemas.ts'] }],
    },
  },
);
