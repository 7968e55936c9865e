import { pythonTool } from './tools.mjs';

/** The scenarios with real hosts and real traffic. @returns {import('./tally.mjs').Step[]} */
export function molecule(...scenarios) {
  return scenarios.map((scenario) => ({
    name: `molecule ${scenario}`,
    run: () => pythonTool('molecule', ['test', '--scenario-name', scenario]),
  }));
}
