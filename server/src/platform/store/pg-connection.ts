/** Of the operating system: no server there, or the connection broke. */
const socketCodes = ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH', 'ENOTFOUND', 'EAI_AGAIN'];

/** Of PostgreSQL: shut down, crashed, starting up, out of connections; class 08 is connection exceptions. */
const serverCodes = /^(57P0[123]|53300|08...)$/;

/** What pg and its pool say without a code. */
const words = /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect)/;

/** Whether an error of pg, or what drizzle wrapped around it, says that the database cannot be reached. */
export const isConnectionLost = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false;
  const { code } = error as { code?: unknown };
  const known = typeof code === 'string' && (socketCodes.includes(code) || serverCodes.test(code));
  return known || words.test(error.message) || isConnectionLost(error.cause);
};
