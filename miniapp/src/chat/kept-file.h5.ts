import type { PickedFile } from '@/platform/picked-file';

/** Files that wait to be sent: in the browser's database, so that a closed tab loses none; in memory where there is none. */
const inMemory = new Map<string, PickedFile>();

const open = (): Promise<IDBDatabase | null> =>
  new Promise((resolve) => {
    if (typeof indexedDB === 'undefined') return resolve(null);
    const request = indexedDB.open('bandeng-outbox', 1);
    request.onupgradeneeded = () => void request.result.createObjectStore('files');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => resolve(null);
    request.onblocked = () => resolve(null);
  });

/** Resolves to undefined when the browser refuses, as in private windows. */
const ask = async <T>(mode: IDBTransactionMode, work: (files: IDBObjectStore) => IDBRequest<T>): Promise<T | undefined> => {
  const database = await open();
  if (database === null) return undefined;
  return new Promise<T | undefined>((resolve) => {
    try {
      const request = work(database.transaction('files', mode).objectStore('files'));
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => resolve(undefined);
    } catch {
      resolve(undefined);
    }
  }).finally(() => database.close());
};

export const keepFile = async (name: string, file: PickedFile): Promise<void> => {
  inMemory.set(name, file);
  await ask('readwrite', (files) => files.put(file.source, name));
};

export const findFile = async (name: string): Promise<PickedFile | null> => {
  const here = inMemory.get(name);
  if (here !== undefined) return here;
  const found: unknown = await ask('readonly', (files) => files.get(name) as IDBRequest<unknown>);
  return found instanceof File ? { name: found.name, size: found.size, source: found } : null;
};

export const dropFile = async (name: string): Promise<void> => {
  inMemory.delete(name);
  await ask('readwrite', (files) => files.delete(name));
};

/** An address under which the page can show it; freed by `releaseAddress`. */
export const addressOfFile = (file: PickedFile): string => URL.createObjectURL(file.source as File);

export const releaseAddress = (address: string): void => URL.revokeObjectURL(address);
