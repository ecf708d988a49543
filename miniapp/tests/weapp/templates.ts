import vm from 'node:vm';
import type { BuildFiles } from './build-files';
import type { CodeSpace, Framework } from './framework';

/** `bindtap=` is written `bind:tap=` for the open-source compiler; both mean the same to WeChat. */
const withColons = (source: string): string =>
  source.replace(/(\s)(bind|catch|mut-bind|capture-bind|capture-catch)([a-z]+=)/g, '$1$2:$3');

/** Compiles every WXML and WXS file into the code space. Returns the compiler's warnings. */
export const compileTemplates = ({ compiler }: Framework, files: BuildFiles, space: CodeSpace): string[] => {
  const group = new compiler.TmplGroup();
  const warnings: string[] = [];
  for (const file of files.paths) {
    if (file.endsWith('.wxml')) {
      const found = group.addTmpl(file.slice(0, -5), withColons(files.text(file))) ?? [];
      warnings.push(...found.map((warning) => `${file}: ${warning.message ?? JSON.stringify(warning)}`));
    }
    if (file.endsWith('.wxs')) group.addScript(file.slice(0, -4), files.text(file));
  }
  const compiled = vm.runInThisContext(group.getTmplGenObjectGroups()) as Record<string, unknown>;
  group.free();
  for (const file of files.paths) {
    const component = file.slice(0, -5);
    if (!file.endsWith('.json') || compiled[component] === undefined) continue;
    const { component: isComponent = false, usingComponents = {}, styleIsolation } = files.config(component);
    space.addComponentStaticConfig(component, { component: isComponent, usingComponents, styleIsolation });
    space.addCompiledTemplate(component, { groupList: compiled, content: compiled[component] });
  }
  return warnings;
};
