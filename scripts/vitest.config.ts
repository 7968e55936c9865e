import { defineProject } from 'vitest/config';

const conditions = ['@nodeport-haproxy/source', 'node', 'import', 'default'];

export default defineProject({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: { name: 'scripts', include: ['test/**/*.test.ts'] },
});
