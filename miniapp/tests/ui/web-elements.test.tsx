import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { Image, ScrollView, Text, View } from '@/ui/web-elements';

it('draws plain elements that keep names, states and styles', () => {
  render(
    <View className="frame" role="group" aria-label="票">
      <Text userSelect>7K2M</Text>
      <ScrollView scrollY className="body">
        长
      </ScrollView>
      <Image mode="aspectFill" src="a.png" role="img" aria-label="楼道" />
    </View>,
  );
  const frame = screen.getByRole('group', { name: '票' });
  expect([frame.tagName, frame.className]).toEqual(['DIV', 'frame']);
  expect(screen.getByText('7K2M').style.userSelect).toBe('text');
  expect(screen.getByText('长').style.overflowY).toBe('auto');
  const picture = screen.getByRole('img', { name: '楼道' });
  expect([picture.getAttribute('alt'), picture.style.objectFit]).toEqual(['楼道', 'cover']);
  expect([...frame.querySelectorAll('[mode],[scrolly],[userselect]')]).toEqual([]);
});
