import { run } from '../scripts/setup/process.mjs';

const ASK = String.raw`
import hashlib, json, os, re, socket
text = open("/etc/haproxy/haproxy.cfg", "rb").read()
name = re.search(rb"^ *setenv NODEPORT_CONFIGURATION (\S+)$", text, re.M)
with socket.socket(socket.AF_UNIX) as admin:
    admin.settimeout(5)
    admin.connect("/run/haproxy/admin.sock")
    admin.sendall(b"show env NODEPORT_CONFIGURATION\n")
    said = b"".join(iter(lambda: admin.recv(4096), b""))
runs = re.search(rb"NODEPORT_CONFIGURATION=(\S+)", said)
kept = "/var/lib/nodeport-haproxy/deployments"
print(json.dumps({
    "content": hashlib.sha256(text).hexdigest(),
    "file": name.group(1).decode() if name else None,
    "process": runs.group(1).decode() if runs else None,
    "deployments": sorted(os.listdir(kept)) if os.path.isdir(kept) else [],
}))
`;

/**
 * Which configuration a balancer has, which one its HAProxy runs, and which deployments it keeps.
 *
 * @param {string} container
 * @returns {Promise<{content: string, file: string | null, process: string | null, deployments: string[]}>} `content` is
 *   the hash of the file's bytes; `file` and `process` are the configuration's own name, in the file and in the process;
 *   `deployments` are the folders of its history
 */
export async function runningConfiguration(container) {
  const { stdout } = await run('docker', ['exec', '--interactive', container, 'python3', '-'], {
    input: ASK,
  });
  return JSON.parse(stdout);
}
