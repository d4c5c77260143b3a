export { consultation } from './consultation';
export { draw } from './draw';
export { exchange } from './exchange';
export { jointCheck } from './joint-check';
export { printing } from './printing';
export { recounting } from './recounting';
export { referral } from './referral';
export { visit } from './visit';
