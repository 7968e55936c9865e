import type { Rule } from '../rule.ts';
import { backupWithoutPrimary } from './backup-without-primary.ts';
import { clearSecret } from './clear-secret.ts';
import { duplicateAddress } from './duplicate-address.ts';
import { duplicateEndpoint } from './duplicate-endpoint.ts';
import { duplicateRoute } from './duplicate-route.ts';
import { duplicateServer } from './duplicate-server.ts';
import { duplicateService } from './duplicate-service.ts';
import { duplicateUser } from './duplicate-user.ts';
import { dynamicNodePort } from './dynamic-node-port.ts';
import { earlyHardStop } from './early-hard-stop.ts';
import { ephemeralPort } from './ephemeral-port.ts';
import { firstWithoutLimit } from './first-without-limit.ts';
import { hastyCheck } from './hasty-check.ts';
import { ignoredKey } from './ignored-key.ts';
import { keptClientAddress } from './kept-client-address.ts';
import { longSessions } from './long-sessions.ts';
import { missingCheckPort } from './missing-check-port.ts';
import { mixedFamilies } from './mixed-families.ts';
import { mixedProxyProtocol } from './mixed-proxy-protocol.ts';
import { noServices } from './no-services.ts';
import { noWeight } from './no-weight.ts';
import { nobodyAllowed } from './nobody-allowed.ts';
import { nodePortRange } from './node-port-range.ts';
import { occupiedPort } from './occupied-port.ts';
import { oneServer } from './one-server.ts';
import { openToTheWorld } from './open-to-the-world.ts';
import { portConflict } from './port-conflict.ts';
import { quietFlows } from './quiet-flows.ts';
import { reservedName } from './reserved-name.ts';
import { resolvedOnce } from './resolved-once.ts';
import { severalNodePorts } from './several-node-ports.ts';
import { sharedNodePort } from './shared-node-port.ts';
import { shortFlow } from './short-flow.ts';
import { shortTimeout } from './short-timeout.ts';
import { slowCheck } from './slow-check.ts';
import { sniOverlap } from './sni-overlap.ts';
import { staticBalance } from './static-balance.ts';
import { swappedPorts } from './swapped-ports.ts';
import { totalMaxconn } from './total-maxconn.ts';
import { twoServers } from './two-servers.ts';
import { udpAddress } from './udp-address.ts';
import { udpMaxconn } from './udp-maxconn.ts';
import { uncheckedServer } from './unchecked-server.ts';
import { unequalTimeouts } from './unequal-timeouts.ts';
import { unreadProxyProtocol } from './unread-proxy-protocol.ts';
import { weakHash } from './weak-hash.ts';
import { workersShutOut } from './workers-shut-out.ts';

/** All of them: errors first, then warnings, then hints. */
export const rules: readonly Rule[] = [
  duplicateService,
  reservedName,
  duplicateServer,
  duplicateRoute,
  duplicateUser,
  portConflict,
  duplicateEndpoint,
  udpAddress,
  missingCheckPort,
  udpMaxconn,
  noWeight,
  noServices,
  oneServer,
  duplicateAddress,
  severalNodePorts,
  swappedPorts,
  nodePortRange,
  occupiedPort,
  mixedFamilies,
  uncheckedServer,
  slowCheck,
  hastyCheck,
  firstWithoutLimit,
  backupWithoutPrimary,
  mixedProxyProtocol,
  unreadProxyProtocol,
  totalMaxconn,
  shortTimeout,
  earlyHardStop,
  nobodyAllowed,
  openToTheWorld,
  weakHash,
  sniOverlap,
  twoServers,
  sharedNodePort,
  longSessions,
  staticBalance,
  ignoredKey,
  unequalTimeouts,
  quietFlows,
  shortFlow,
  keptClientAddress,
  resolvedOnce,
  ephemeralPort,
  clearSecret,
  dynamicNodePort,
  workersShutOut,
];
