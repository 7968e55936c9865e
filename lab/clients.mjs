import { CheckFailure } from '../scripts/setup/problem.mjs';
import { run } from '../scripts/setup/process.mjs';

/** The databases' own clients, each with a question that only the worker itself can answer: its name. */
const CLIENTS = {
  mysql: (host) => [
    'mariadb',
    '-h',
    host,
    '-P',
    '3306',
    '-u',
    'lab',
    '--connect-timeout=5',
    '-Ne',
    'select @@hostname',
  ],
  postgresql: (host) => [
    'psql',
    `host=${host} port=5432 user=lab dbname=postgres connect_timeout=5`,
    '-Atc',
    'show cluster_name',
  ],
  redis: (host) => ['redis-cli', '-h', host, '-p', '6379', 'get', 'hostname'],
};

export const DATABASES = Object.keys(CLIENTS);

/**
 * Connects to a service with its real client, from the lab's client container.
 *
 * @param {string} service one of {@link DATABASES}
 * @param {{client: string, host: string, password: string, times: number}} options `host` is the balancer
 * @returns {Promise<string[]>} the workers that answered, in the order of the connections
 */
export async function askWorkers(service, { client, host, password, times }) {
  // Each of the clients has its own variable; the password is never an argument.
  const env = { ...process.env, MYSQL_PWD: password, PGPASSWORD: password, REDISCLI_AUTH: password };
  const passed = ['MYSQL_PWD', 'PGPASSWORD', 'REDISCLI_AUTH'].flatMap((name) => ['--env', name]);
  const answers = [];
  for (let time = 0; time < times; time += 1) {
    const { stdout } = await run('docker', ['exec', ...passed, client, ...CLIENTS[service](host)], { env });
    const answer = stdout.trim();
    // redis-cli ends with 0 even when it could not connect.
    if (!/^k8s-worker-\d+$/.test(answer))
      throw new CheckFailure(`${service} at ${host}: ${answer || 'no answer'}`);
    answers.push(answer);
  }
  return answers;
}
