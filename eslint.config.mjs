// Rules that only eslint has: Figma's own, of calls that throw under dynamic-page, and two of the house.
// All others are in .oxlintrc.json, which checks them in an eighth of the time.
import figma from '@figma/eslint-plugin-figma-plugins';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { noNumberForElement, noNumberForIndex, parserForHouse } from './eslint.rules.mjs';

const typed = ['{src,host,tests}/**/*.{ts,tsx}', '{bench,docs,prepare}/**/*.ts'];

export default defineConfig(
  globalIgnores(['dist/', 'artifacts/', 'models/', 'node_modules/', 'shared/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: typed,
    languageOptions: {
      parser: parserForHouse,
      parserOptions: { project: './tsconfig.lint.json', tsconfigRootDir: import.meta.dirname },
    },
    plugins: {
      house: {
        rules: { 'no-number-for-element': noNumberForElement, 'no-number-for-index': noNumberForIndex },
      },
    },
    rules: { 'house/no-number-for-index': 'error' },
  },
  {
    // What a picture is made of: a list that is too short must not become black.
    files: ['src/core/**/*.ts', 'src/cli/**/*.ts', 'src/ui/**/*.{ts,tsx}'],
    rules: { 'house/no-number-for-element': 'error' },
  },
  {
    files: ['src/plugin/**/*.ts'],
    ...figma.flatConfigs.recommended,
    languageOptions: { parser: tseslint.parser },
  },
);
