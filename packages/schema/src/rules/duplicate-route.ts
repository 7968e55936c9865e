import { formatPath } from '../path.ts';
import type { Found, Rule } from '../rule.ts';
import type { RouteView, TcpServiceView } from '../tcp-services.ts';
import type { View } from '../view.ts';

/** A route, and what its section in haproxy.cfg is called. */
interface Named {
  service: TcpServiceView;
  route: RouteView;
  section: string;
}

export const duplicateRoute: Rule = {
  code: 'duplicate-route',
  severity: 'error',
  title: 'The sections of two routes have one name.',
  why: 'The section of a route is called sni_SERVICE_NAME: route c of service a_b has the same as route b_c of service a. HAProxy refuses a second section of a name.',
  source: 'HAProxy configuration manual, section 4 "Proxies"',
  wrong: `
haproxy_tcp_backends:
  - name: https
    port: 443
    sni_routes:
      - name: shop
        hosts: [shop.example.org]
        servers: [{name: worker-1, address: 192.0.2.11, port: 30443}]
      - name: shop
        hosts: [store.example.org]
        servers: [{name: worker-1, address: 192.0.2.11, port: 30444}]
    servers: [{name: worker-1, address: 192.0.2.11, port: 31443}]`,
  right: `
haproxy_tcp_backends:
  - name: https
    port: 443
    sni_routes:
      - name: shop
        hosts: [shop.example.org]
        servers: [{name: worker-1, address: 192.0.2.11, port: 30443}]
      - name: store
        hosts: [store.example.org]
        servers: [{name: worker-1, address: 192.0.2.11, port: 30444}]
    servers: [{name: worker-1, address: 192.0.2.11, port: 31443}]`,
  check: sectionsOnce,
};

function sectionsOnce(view: View): Found[] {
  const first = new Map<string, Named>();
  return view.tcp.flatMap(namedRoutes).flatMap((one) => {
    const earlier = first.get(one.section);
    if (!earlier) first.set(one.section, one);
    return earlier && !isTold(earlier.service, one.service) ? [again(earlier, one)] : [];
  });
}

/** Two services of one name are told; their mend comes first. */
function isTold(a: TcpServiceView, b: TcpServiceView): boolean {
  return a !== b && a.name === b.name;
}

function namedRoutes(service: TcpServiceView): Named[] {
  return service.routes.flatMap((route) =>
    service.name === undefined || route.name === undefined
      ? []
      : [{ service, route, section: `sni_${service.name}_${route.name}` }],
  );
}

function again(earlier: Named, { route, section }: Named): Found {
  const path = [...route.path, 'name'];
  return {
    message: `${formatPath(path)}: the section ${section} is that of ${formatPath(earlier.route.path)} already`,
    path,
    related: { message: 'the first one', path: [...earlier.route.path, 'name'] },
    hint: 'give one of them another name',
  };
}
