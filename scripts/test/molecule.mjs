import { pythonTool } from './tools.mjs';

/** The scenarios with real hosts and real traffic. @type {import('./tally.mjs').Step[]} */
export const molecule = ['default'].map((scenario) => ({
  name: `molecule ${scenario}`,
  run: () =>
    pythonTool('molecule', ['test', '--scenario-name', scenario]).then(() => ({ passed: 1, failed: 0 })),
}));
