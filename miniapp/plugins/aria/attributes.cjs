const names = {
  'aria-label': "''",
  'aria-role': "''",
  'aria-hidden': '',
  'aria-checked': '',
  'aria-selected': '',
  'aria-expanded': '',
  'aria-disabled': '',
  'aria-live': '',
};
const components = [
  'View', 'PureView', 'StaticView', 'ClickView', 'Text', 'StaticText', 'Image', 'StaticImage', 'Button', 'Input',
  'Textarea', 'Switch', 'Label', 'Picker', 'ScrollView',
];

module.exports = Object.fromEntries(components.map((component) => [component, names]));
