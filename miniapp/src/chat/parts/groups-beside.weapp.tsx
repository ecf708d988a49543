import type { GroupsBesideProps } from './groups-beside-props';

/** A mini-program shows one thing at a time. */
export const GroupsBeside = (_: GroupsBesideProps) => null;
