import { defineProject } from 'vitest/config';

const conditions = ['@nodeport-haproxy/source', 'node', 'import', 'default'];

export default defineProject({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    name: 'cli',
    include: ['test/**/*.test.ts'],
    // The commands are tested as users run them: as the bundle.
    globalSetup: ['test/bundle.ts'],
    testTimeout: 60_000,
  },
});
