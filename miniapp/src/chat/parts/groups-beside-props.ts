export interface GroupsBesideProps {
  readonly communityId: string;
  /** The group on screen; '' for none. */
  readonly current: string;
  readonly onOpen: (groupId: string) => void;
}
