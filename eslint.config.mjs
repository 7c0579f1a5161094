// What the compiler cannot see: forgotten awaits, unhandled cases, Figma calls that throw under dynamic-page.
import figma from '@figma/eslint-plugin-figma-plugins';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { noNumberForElement, noNumberForIndex } from './eslint.rules.mjs';

const typed = [
  'src/**/*.{ts,tsx}',
  'host/**/*.{ts,tsx}',
  'tests/**/*.{ts,tsx}',
  'bench/**/*.ts',
  'docs/**/*.ts',
  'prepare/**/*.ts',
];

export default defineConfig(
  globalIgnores(['dist/', 'artifacts/', 'models/', 'node_modules/', 'shared/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: typed,
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: {
      parserOptions: { project: './tsconfig.lint.json', tsconfigRootDir: import.meta.dirname },
    },
    plugins: {
      house: {
        rules: { 'no-number-for-element': noNumberForElement, 'no-number-for-index': noNumberForIndex },
      },
    },
    rules: {
      eqeqeq: ['error', 'always'],
      'no-console': 'error',
      'prefer-const': 'error',
      'house/no-number-for-index': 'error',
      '@typescript-eslint/non-nullable-type-assertion-style': 'error', // list[i]!, not list[i] as number
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/no-unnecessary-condition': 'off', // pixel loops over noUncheckedIndexedAccess
      '@typescript-eslint/require-await': 'off', // an interface may promise what one implementation has at once
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  {
    // More take an object.
    files: ['src/**/*.{ts,tsx}', 'host/**/*.{ts,tsx}', 'bench/**/*.ts', 'docs/**/*.mjs'],
    rules: { 'max-params': ['error', 4] },
  },
  {
    // What a picture is made of: a list that is too short must not become black.
    files: ['src/core/**/*.ts', 'src/cli/**/*.ts', 'src/ui/**/*.{ts,tsx}'],
    rules: { 'house/no-number-for-element': 'error' },
  },
  {
    files: ['src/plugin/**/*.ts'],
    ...figma.flatConfigs.recommended,
  },
  {
    // vitest's matchers are of type any by design.
    files: ['tests/**'],
    rules: { '@typescript-eslint/no-unsafe-assignment': 'off' },
  },
  {
    // A command line speaks on the console.
    files: [
      'src/cli/**',
      'host/serve.mjs',
      'host/site.mjs',
      'bench/**',
      'docs/loop.ts',
      'tests/matrix/main.ts',
      '*.mjs',
    ],
    rules: { 'no-console': 'off' },
  },
);
