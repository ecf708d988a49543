import { iconPaths, type IconName } from './icon-paths';

/** A line drawing of 24 × 24 in the colour of the text around it; never the only carrier of a meaning. */
export const Icon = ({ name, className }: { readonly name: IconName; readonly className?: string }) => (
  <svg className={className ?? 'bd-icon'} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    {iconPaths[name].map((d) => (
      <path key={d} d={d} />
    ))}
  </svg>
);
