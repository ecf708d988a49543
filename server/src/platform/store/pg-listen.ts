import pg from 'pg';

/**
 * Listens on a connection of its own and reconnects for ever. After a reconnection `onGap` is called, because what was
 * notified meanwhile is lost. Returns the function that stops it.
 */
export const listenOn = (
  url: string,
  heard: (message: string) => void,
  onGap: () => void,
  onError: (error: unknown) => void,
): (() => void) => {
  let stopped = false;
  let client: pg.Client | undefined;
  let retry: NodeJS.Timeout | undefined;

  const again = (error: unknown, of: pg.Client) => {
    if (stopped || of !== client) return;
    onError(error);
    client = undefined;
    void of.end().catch(() => {});
    retry = setTimeout(() => void connect(true), 1000);
  };

  const connect = async (gap: boolean) => {
    const fresh = new pg.Client({ connectionString: url, keepAlive: true });
    client = fresh;
    fresh.on('error', (error) => again(error, fresh));
    fresh.on('end', () => again(new Error('the listening connection ended'), fresh));
    fresh.on('notification', ({ payload }) => heard(payload ?? ''));
    try {
      await fresh.connect();
      await fresh.query('LISTEN bandeng');
      if (gap) onGap();
    } catch (error) {
      again(error, fresh);
    }
  };
  void connect(false);

  return () => {
    stopped = true;
    clearTimeout(retry);
    const last = client;
    client = undefined;
    void last?.end().catch(() => {});
  };
};
