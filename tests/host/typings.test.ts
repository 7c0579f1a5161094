import { describe, expect, it } from 'vitest';
import { BIRTH, UNSEEN } from '../../host/document/births.ts';
import { NODE_TYPES, PROPERTIES } from '../../host/document/kinds.ts';
import { readTypings } from '../../host/typings/generate.mjs';
import table from '../../host/typings/table.json' with { type: 'json' };

describe('the table of properties', () => {
  it('is what the installed typings say (else: node host/typings/generate.mjs)', () => {
    expect(table).toEqual(readTypings());
  });

  it.each(NODE_TYPES)('%s is born with nothing that Figma does not know', (type) => {
    const unknown = Object.keys(BIRTH[type]).filter((key) => !PROPERTIES[type].has(key) && !UNSEEN.has(key));
    expect(unknown).toEqual([]);
  });
});
