import { View } from '@tarojs/components';
import { aria } from './aria';
import { cx } from './cx';
import { iconPaths, type IconName } from './icon-paths';

const drawing = (name: IconName): string => {
  const paths = iconPaths[name].map((d) => `<path d='${d}'/>`).join('');
  const svg =
    `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24' fill='none' stroke='black' stroke-width='1.8' ` +
    `stroke-linejoin='round' stroke-linecap='round'>${paths}</svg>`;
  return `url("data:image/svg+xml,${encodeURIComponent(svg)}")`;
};

/** WeChat has no inline SVG: the drawing is a mask over the colour of the text. */
export const Icon = ({ name, className }: { readonly name: IconName; readonly className?: string }) => (
  <View
    className={cx(className ?? 'bd-icon', 'is-mask')}
    style={{ maskImage: drawing(name), WebkitMaskImage: drawing(name) }}
    {...aria({ hidden: true })}
  />
);
