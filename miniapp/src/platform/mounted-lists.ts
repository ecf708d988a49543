/** Paged lists on screen; the cache can find single pages by address, but not the lists that they belong to. */
interface MountedList {
  readonly address: string;
  readonly refresh: () => Promise<unknown>;
}

const mounted = new Set<MountedList>();

/** @returns a function that takes the list off again */
export const mountList = (list: MountedList): (() => void) => {
  mounted.add(list);
  return () => void mounted.delete(list);
};

export const refreshLists = (prefix: string): Promise<unknown> =>
  Promise.all(
    Array.from(mounted)
      .filter((list) => list.address.startsWith(prefix))
      .map((list) => list.refresh()),
  );
