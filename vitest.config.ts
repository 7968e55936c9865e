import { defineConfig } from 'vitest/config';

// Packages import each other's sources, so that tests need no build before them.
const conditions = ['@nodeport-haproxy/source', 'node', 'import', 'default'];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: { projects: ['packages/*', 'lab', 'scripts'], testTimeout: 20_000 },
});
