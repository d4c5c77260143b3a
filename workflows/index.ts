export { exchange } from './exchange';
export { officialCase } from './official-case';
export { opening } from './opening';
export { printing } from './printing';
export { recounting } from './recounting';
