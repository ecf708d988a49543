/**
 * What `@tarojs/components` is in the browser build: the four components that pages share with the mini-program, as plain
 * elements. Taro's own are custom elements on a framework of their own, which the first page would have to load. Only names may
 * stand here: Taro's build takes away whatever else the module of that name refers to.
 */
export { Image, ScrollView, Text, View } from './plain-elements';
