// In: a connection on the whole runtime, and why the small one broke. Out: the same connection, whose answers
// tell that.
import { isRefusal } from '../../core/sketch.ts';
import type { Connection } from './connection.ts';

/** `why` null: none broke. */
export function telling(connection: Connection, why: string | null): Connection {
  if (why === null) return connection;
  return {
    ...connection,
    ask: async (order) => {
      const answer = await connection.ask(order);
      return isRefusal(answer) ? answer : { ...answer, fallen: why };
    },
  };
}
