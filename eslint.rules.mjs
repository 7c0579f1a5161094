// In: a typed program. Out: where it breaks a rule of the house that no package has.
import ts from 'typescript';
import tseslint from 'typescript-eslint';

/** `?? 0`, or `[x = 0` and `, x = 0`: where these rules may find something, and much besides. */
const MAY_HIDE = /\?\?\s*\(?[-+]?\.?\d|[[,]\s*[\w.$]+\s*=\s*[-+]?\.?\d/;

/**
 * For files that have no other rules than these two: one without such a text has nothing for them, and is
 * handed on as empty; to parse them all took two thirds of eslint's time.
 */
export const parserForHouse = {
  meta: { name: 'parser-for-house' },
  parseForESLint: (text, options) =>
    MAY_HIDE.test(text)
      ? tseslint.parser.parseForESLint(text, options)
      : tseslint.parser.parseForESLint('', {}),
};

/**
 * `list[i] ?? 0`: an index that runs out of its list is a bug, and a number in its place paints it black.
 * What lies inside is read as `list[i]!`; where outside means something, the code says so.
 */
export const noNumberForIndex = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      hidden: 'An index outside its list would pass as {{number}}: say list[i]!, or what outside means.',
    },
  },
  create(context) {
    const { program, esTreeNodeToTSNodeMap: nodes } = context.sourceCode.parserServices;
    const isNumber = (node) => {
      const type = program.getTypeChecker().getTypeAtLocation(nodes.get(node));
      return (type.flags & ts.TypeFlags.NumberLike) !== 0;
    };
    return {
      'LogicalExpression[operator="??"]'({ left: read, right }) {
        const left = read.type === 'ChainExpression' ? read.expression : read; // list?.[i]
        if (left.type !== 'MemberExpression' || !left.computed) return;
        const literal = right.type === 'UnaryExpression' ? right.argument : right;
        if (literal.type !== 'Literal' || typeof literal.value !== 'number' || !isNumber(left.property))
          return;
        context.report({
          node: right,
          messageId: 'hidden',
          data: { number: context.sourceCode.getText(right) },
        });
      },
    };
  },
};

/** `const [x = 0] = list`: the same, taken apart. */
export const noNumberForElement = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      hidden: 'A list that is too short would pass as {{number}}: read list[i]!, or say what short means.',
    },
  },
  create(context) {
    return {
      'ArrayPattern > AssignmentPattern'({ right }) {
        const literal = right.type === 'UnaryExpression' ? right.argument : right;
        if (literal.type !== 'Literal' || typeof literal.value !== 'number') return;
        context.report({
          node: right,
          messageId: 'hidden',
          data: { number: context.sourceCode.getText(right) },
        });
      },
    };
  },
};
