// Whether a node may go where it is put, in Figma's own words. In: session, node,
// new parent, index. Throws or passes.
// D: developers.figma.com/docs/plugins/api/properties/nodes-insertchild and
// nodes-appendchild, "Possible error cases".
import { PARENTS } from '../document/kinds.ts';
import { ancestors, pageOf, walk } from '../document/scene.ts';
import * as say from './sentences.ts';
import { isLoaded, type Session } from '../run/session.ts';
import type { NodeRecord } from '../document/record.ts';
import type { Store } from '../document/store.ts';

const cannot = (operation: string, why: string): Error =>
  new Error(`in ${operation}: Cannot move node. ${why}`);

export function assertMovable(
  session: Session,
  operation: string,
  node: NodeRecord,
  { parent, index }: { parent: NodeRecord; index: number | undefined },
): void {
  const { store } = session;
  const refuse = (why: string): never => {
    throw cannot(operation, why);
  };
  const above = [parent, ...ancestors(store, parent)];
  const is = (type: NodeRecord['type']) => (one: NodeRecord) => one.type === type;
  if (node.type === 'DOCUMENT') refuse('Node is the scene root, which cannot be reparented');
  if (above.some((one) => one.id === node.id)) refuse('Doing so would create a parenting cycle');
  if (parent.type === 'DOCUMENT' && node.type !== 'PAGE')
    refuse('The root node cannot have children of type other than PAGE');
  if (parent.type !== 'DOCUMENT' && node.type === 'PAGE')
    refuse('Nodes other than the root node cannot have children of type PAGE');
  if (!PARENTS.has(parent.type)) refuse('New parent is of a type that cannot have children');
  if (isInternal(store, parent)) refuse('New parent is a internal, readonly-only node');
  if (isInternal(store, node)) refuse('Node is an internal, readonly-only node');
  if (above.some(is('INSTANCE'))) refuse('New parent is an instance or is inside of an instance');
  if ([...ancestors(store, node)].some(is('INSTANCE'))) refuse('Node is inside of an instance');
  const inside = [...walk(store, node.id)];
  const components = new Set(above.filter(is('COMPONENT')).map(({ id }) => id));
  if (
    inside.some(
      (one) => typeof one.props.mainComponent === 'string' && components.has(one.props.mainComponent),
    )
  )
    refuse('Reparenting would create a component cycle');
  if (components.size > 0 && inside.some((one) => one.type === 'COMPONENT' || one.type === 'COMPONENT_SET'))
    refuse('Reparenting would create a component inside a component');
  const isInSet = above.some(is('COMPONENT_SET'));
  if (isInSet && node.type === 'COMPONENT_SET') refuse('Reparenting would create a component set cycle');
  if (parent.type === 'COMPONENT_SET' && node.type !== 'COMPONENT')
    refuse('A COMPONENT_SET node cannot have children of type other than COMPONENT');
  // D: sections live on the page or in sections
  // (developers.figma.com/docs/plugins/api/SectionNode); wording assumed.
  if (node.type === 'SECTION' && parent.type !== 'PAGE' && parent.type !== 'SECTION')
    refuse(`A SECTION cannot be a child of a ${parent.type}`);
  const page = pageOf(store, parent);
  if (page && !isLoaded(session, page.id)) throw say.pageNotLoaded(operation);
  if (index !== undefined && index > parent.children.length)
    throw new Error(
      `in ${operation}: Cannot insert node at index greater than the number of existing siblings`,
    );
}

/**
 * Of a library: it stands in no page of this file. D: plugin-api.d.ts, PublishableMixin.remote ("Remote
 * components are read-only: attempts to change their properties will throw").
 */
export function isInternal(store: Store, record: NodeRecord): boolean {
  return (
    record.props.remote === true || [...ancestors(store, record)].some((one) => one.props.remote === true)
  );
}
