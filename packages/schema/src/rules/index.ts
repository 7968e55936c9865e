import type { Rule } from '../rule.ts';
import { duplicateEndpoint } from './duplicate-endpoint.ts';
import { duplicateServer } from './duplicate-server.ts';
import { duplicateService } from './duplicate-service.ts';
import { duplicateUser } from './duplicate-user.ts';
import { missingCheckPort } from './missing-check-port.ts';
import { portConflict } from './port-conflict.ts';
import { quietFlows } from './quiet-flows.ts';
import { reservedName } from './reserved-name.ts';
import { udpAddress } from './udp-address.ts';

/** All of them. */
export const rules: readonly Rule[] = [
  duplicateService,
  reservedName,
  duplicateServer,
  duplicateUser,
  portConflict,
  duplicateEndpoint,
  udpAddress,
  missingCheckPort,
  quietFlows,
];
