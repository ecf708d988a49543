import type { ReactNode } from 'react';
import { Press } from './press';

/** An action inside a line of text. */
export const LinkText = (props: { readonly onPress: () => void; readonly label?: string; readonly children: ReactNode }) => (
  <Press className="bd-link" role="link" onPress={props.onPress} label={props.label}>
    {props.children}
  </Press>
);
