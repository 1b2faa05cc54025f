export { default } from './build/lint-rules.js';
