import type { ReactNode } from 'react';
import { Press } from '@/ui/press';

interface MoreLinkProps {
  readonly label?: string;
  /** Whether what it opens on this page is open; left out when it leads to another page. */
  readonly expanded?: boolean;
  readonly onPress: () => void;
  readonly children: ReactNode;
}

/** A way to more, on a line of its own and large enough for a thumb. */
export const MoreLink = ({ label, expanded, onPress, children }: MoreLinkProps) => (
  <Press className="bd-step-more" label={label} expanded={expanded} onPress={onPress}>
    {children}
  </Press>
);
