import { addCatalogue } from './catalogues';
import { zhCN } from './zh-CN/index';

// For development and tests, where the build does not give each module its own texts.
addCatalogue('zh-CN', zhCN);
